using System.Security.Cryptography;

namespace WhatsCommerce.Http;

/// <summary>Calculates the proof that a request comes from the app itself: an HMAC of the token with the app secret.</summary>
/// <remarks>HMAC-SHA256 in lower-case hexadecimal. Source: Meta, graph-api/security, "Verify Graph API calls with
/// appsecret_proof".</remarks>
internal sealed class AppSecretProof
{
    private volatile Proof? _last;

    /// <summary>Gets the proof for a token; the last one is cached, because tokens and secrets rarely change.</summary>
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
