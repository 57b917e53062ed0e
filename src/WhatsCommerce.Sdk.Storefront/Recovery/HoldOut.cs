using System.Buffers.Binary;
using System.Security.Cryptography;

namespace WhatsCommerce.Storefronts;

/// <summary>Who belongs to the hold-out group: decided by the customer's key, so that it is the same at every cart and instance.</summary>
internal static class HoldOut
{
    private const uint Parts = 10_000;

    public static bool Has(string shopId, CustomerKey customer, double share)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"hold-out\n{shopId}\n{customer}"));
        return BinaryPrimitives.ReadUInt32LittleEndian(hash) % Parts < share * Parts;
    }
}
