using System.Security.Cryptography;
using System.Text;
using WhatsCommerce.Benchmarks.Measuring;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Benchmarks;

/// <summary>Compares verifying a signature with computing only the hash.</summary>
internal static class SignatureComparisons
{
    private const string Secret = "5d2f0c9be1a84376b0c8e74d19f3a652";

    public static Topic Topic { get; } = new("signature", ["signature"], Turns: 300, Processes: 5, PrepareAsync);

    private static Task<Stage> PrepareAsync()
    {
        byte[] key = Encoding.UTF8.GetBytes(Secret);
        byte[] hash = new byte[HMACSHA256.HashSizeInBytes];
        string header = WebhookSignature.Compute(WebhookBodies.Kilobyte, Secret);
        string[] secrets = [Secret];
        return Task.FromResult(new Stage(
        [
            new(
                "signature",
                "Verify a signature over 1 KB",
                new Limits(1.2, Bytes: 0),
                new ThreadSubject(() => HMACSHA256.HashData(key, WebhookBodies.Kilobyte, hash)),
                new ThreadSubject(() => WebhookSignature.Verify(WebhookBodies.Kilobyte, header, secrets))),
        ]));
    }
}
