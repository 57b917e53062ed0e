using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace WhatsCommerce.Webhooks;

/// <summary>What events and dead letters are remembered by: the same in each delivery of an event, different for any other.</summary>
internal static class EventKeys
{
    // Databases limit what they index, and PostgreSQL takes no U+0000 in a text.
    private const int LongestPlain = 400;

    private static readonly SearchValues<char> Plain =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-._~+=:@/");

    /// <summary>The key of an event: endpoint, field, and the ids that Meta gives it; a hash where there are none, or none that fit a key.</summary>
    /// <param name="endpointName">The name of the endpoint: the same message may concern two apps.</param>
    /// <param name="webhookEvent">The event. Its field counts: echoes and history repeat the ids of messages.</param>
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

    /// <summary>The id of the dead letter of an event; the event's key itself would show the customer's number.</summary>
    /// <param name="eventKey">The event's part of the key.</param>
    /// <param name="handlerName">The handler that failed, if it is about one.</param>
    public static string DeadLetter(string eventKey, string? handlerName) => Hash($"{handlerName}\n{eventKey}");

    /// <summary>The id of the dead letter of a body that could not be read.</summary>
    /// <param name="endpointName">The name of the endpoint.</param>
    /// <param name="body">The body.</param>
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

    /// <summary>Appends a text with its length before it, so that no two rows of texts look the same.</summary>
    private static void Append(IncrementalHash hash, string? text)
    {
        byte[] bytes = Encoding.Unicode.GetBytes(text ?? "");
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
