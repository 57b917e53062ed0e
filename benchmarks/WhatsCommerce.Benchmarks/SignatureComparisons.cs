using System.Security.Cryptography;
using System.Text;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Benchmarks;

/// <summary>Verifying a signature, beside the hash alone.</summary>
internal static class SignatureComparisons
{
    private const string Secret = "5d2f0c9be1a84376b0c8e74d19f3a652";

    public static Task AddToAsync(ComparisonTable table)
    {
        byte[] key = Encoding.UTF8.GetBytes(Secret);
        byte[] hash = new byte[HMACSHA256.HashSizeInBytes];
        string header = WebhookSignature.Compute(WebhookBodies.Kilobyte, Secret);
        string[] secrets = [Secret];
        return table.AddAsync(Pair.Of(
            "Verify a signature over 1 KB",
            limit: 1.2,
            () => HMACSHA256.HashData(key, WebhookBodies.Kilobyte, hash),
            () => WebhookSignature.Verify(WebhookBodies.Kilobyte, header, secrets),
            allocationLimit: 0));
    }
}
