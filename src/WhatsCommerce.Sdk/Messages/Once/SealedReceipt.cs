using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace WhatsCommerce.Messages;

/// <summary>
/// A receipt as a ledger stores it: encrypted with the app's idempotency key, of which the ledger has only a hash. So only a caller of the
/// same send can read the phone numbers in it.
/// </summary>
internal static class SealedReceipt
{
    private const int NonceSize = 12;
    private const int TagSize = 16;

    public static byte[] Seal(MessageReceipt receipt, string onceKey)
    {
        byte[] json = JsonBytes.Write(receipt, static (writer, receipt) => Write(writer, receipt));
        byte[] box = new byte[NonceSize + TagSize + json.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceSize));
        using AesGcm cipher = CipherFor(onceKey);
        cipher.Encrypt(box.AsSpan(0, NonceSize), json, box.AsSpan(NonceSize + TagSize), box.AsSpan(NonceSize, TagSize));
        return box;
    }

    /// <summary>Decrypts the receipt; if the ledger has none that can be read, creates one from the known data.</summary>
    public static MessageReceipt Open(SendRecord record, Recipient to, string onceKey)
    {
        MessageReceipt known = new MessageReceipt { Id = record.MessageId, Input = to.Value }.Of(to);
        ReadOnlySpan<byte> box = record.Receipt.Span;
        if (box.Length <= NonceSize + TagSize)
        {
            return known;
        }

        try
        {
            byte[] json = new byte[box.Length - NonceSize - TagSize];
            using AesGcm cipher = CipherFor(onceKey);
            cipher.Decrypt(box[..NonceSize], box[(NonceSize + TagSize)..], box.Slice(NonceSize, TagSize), json);
            return Read(json, known);
        }
        catch (Exception exception) when (exception is CryptographicException or JsonException)
        {
            return known;
        }
    }

    private static AesGcm CipherFor(string onceKey) => new(
        HKDF.DeriveKey(
            HashAlgorithmName.SHA256, MemoryMarshal.AsBytes(onceKey.AsSpan()).ToArray(), 32, info: "WhatsCommerce receipt"u8.ToArray()),
        TagSize);

    private static void Write(Utf8JsonWriter writer, MessageReceipt receipt)
    {
        writer.WriteStartObject();
        writer.WriteString("status"u8, receipt.Status);
        writer.WriteString("input"u8, receipt.Input);
        writer.WriteString("wa_id"u8, receipt.WaId);
        writer.WriteString("user_id"u8, receipt.UserId.Value);
        writer.WriteStartArray("unsendable"u8);
        foreach (UnsendableProduct product in receipt.UnsendableProducts)
        {
            writer.WriteStartObject();
            writer.WriteString("id"u8, product.RetailerId.Value);
            writer.WriteNumber("problems"u8, (long)product.Problems);
            writer.WriteStartArray("reasons"u8);
            foreach (string reason in product.RejectionReasons)
            {
                writer.WriteStringValue(reason);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static MessageReceipt Read(byte[] json, MessageReceipt known)
    {
        JsonElement root = JsonElement.Parse(json);
        JsonElement unsendable = root.GetProperty("unsendable"u8);
        return known with
        {
            Status = root.GetProperty("status"u8).GetString(),
            Input = root.GetProperty("input"u8).GetString(),
            WaId = root.GetProperty("wa_id"u8).GetString(),
            UserId = root.GetProperty("user_id"u8).GetString(),
            UnsendableProducts = unsendable.GetArrayLength() == 0
                ? []
                :
                [
                    .. unsendable.EnumerateArray().Select(product => new UnsendableProduct
                    {
                        RetailerId = product.GetProperty("id"u8).GetString(),
                        Problems = (ProductProblems)product.GetProperty("problems"u8).GetInt64(),
                        RejectionReasons = [.. product.GetProperty("reasons"u8).EnumerateArray().Select(reason => reason.GetString()!)],
                    }),
                ],
        };
    }
}
