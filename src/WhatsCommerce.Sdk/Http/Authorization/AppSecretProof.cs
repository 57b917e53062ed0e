using System.Security.Cryptography;

namespace WhatsCommerce.Http;

/// <summary>The proof that a request comes from the app itself: the token, signed with the app's secret.</summary>
/// <remarks>HMAC-SHA256 in lower-case hexadecimal. Source: Meta, graph-api/security, "Verify Graph API calls with
/// appsecret_proof".</remarks>
internal sealed class AppSecretProof
{
    private volatile Proof? _last;

    /// <summary>The proof for a token; the last one is remembered, because tokens and secrets change seldom.</summary>
    public string Get(string token, string secret)
    {
        Proof? last = _last;
        if (last is null || last.Token != token || last.Secret != secret)
        {
            byte[] hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(token));
            _last = last = new Proof(token, secret, Convert.ToHexStringLower(hash));
        }

        return last.Text;
    }

    private sealed class Proof(string token, string secret, string text)
    {
        public string Token => token;

        public string Secret => secret;

        public string Text => text;
    }
}
