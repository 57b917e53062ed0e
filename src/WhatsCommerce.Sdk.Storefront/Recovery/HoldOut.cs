using System.Buffers.Binary;
using System.Security.Cryptography;

namespace WhatsCommerce.Storefronts;

/// <summary>
/// Determines who belongs to the hold-out (control) group: by a hash of the customer's key, so that it is the same for every cart and
/// instance.
/// </summary>
internal static class HoldOut
{
    private const uint Parts = 10_000;

    public static bool Has(string shopId, CustomerKey customer, double share)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"hold-out\n{shopId}\n{customer}"));
        return BinaryPrimitives.ReadUInt32LittleEndian(hash) % Parts < share * Parts;
    }
}
