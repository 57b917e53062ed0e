using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;

namespace WhatsCommerce.Webhooks;

/// <summary>
/// Computes the keys of events and the ids of dead letters: the same for each delivery of an event, different for any other event.
/// </summary>
internal static class EventKeys
{
    // Databases limit the length of indexed text, and PostgreSQL does not accept U+0000 in text.
    private const int LongestPlain = 400;

    private static readonly SearchValues<char> Plain =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-._~+=:@/");

    /// <summary>
    /// Returns the key of an event: endpoint, field, and the ids that Meta assigned; a hash when it has no ids, or none that fit a key.
    /// </summary>
    /// <param name="endpointName">The name of the endpoint: the same message may be delivered to two apps.</param>
    /// <param name="webhookEvent">The event. Its field is part of the key, because echoes and history repeat the ids of messages.</param>
    public static string For(string endpointName, WebhookEvent webhookEvent)
    {
        string endpoint = endpointName.Length == 0 ? "" : Uri.EscapeDataString(endpointName);
        string field = webhookEvent.Field ?? "";
        if (webhookEvent.Identity is not { } identity)
        {
            return $"{endpoint}/item/{Hash(webhookEvent)}";
        }

        return field.Length + identity.Length <= LongestPlain && IsPlain(field) && !field.Contains('/') && IsPlain(identity)
            ? $"{endpoint}/{field}/{identity}"
            : $"{endpoint}/ids/{Hash($"{field}\n{identity}")}";
    }

    /// <summary>
    /// Returns the id of the dead letter of an event. It is a hash, because the event's key may contain the customer's phone number.
    /// </summary>
    /// <param name="eventKey">The event's part of the key.</param>
    /// <param name="handlerName">The handler that failed, if any.</param>
    public static string DeadLetter(string eventKey, string? handlerName) => Hash($"{handlerName}\n{eventKey}");

    /// <summary>Returns the id of the dead letter of an unreadable body.</summary>
    public static string DeadLetter(string endpointName, ReadOnlySpan<byte> body) =>
        Hash($"{endpointName}\n{Convert.ToHexStringLower(SHA256.HashData(body))}");

    private static bool IsPlain(string text) => !text.AsSpan().ContainsAnyExcept(Plain);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.Unicode.GetBytes(text)));

    private static string Hash(WebhookEvent webhookEvent)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, webhookEvent.BusinessAccountId.Value);
        Append(hash, webhookEvent.PhoneNumberId.Value);
        Append(hash, webhookEvent.Field);
        Span<byte> time = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(time, webhookEvent.Change.Entry.Time?.ToUnixTimeMilliseconds() ?? long.MinValue);
        hash.AppendData(time);
        hash.AppendData(webhookEvent.RawJson.Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Appends a text preceded by its length, so that different lists of texts never hash the same bytes.</summary>
    private static void Append(IncrementalHash hash, string? text)
    {
        byte[] bytes = Encoding.Unicode.GetBytes(text ?? "");
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
