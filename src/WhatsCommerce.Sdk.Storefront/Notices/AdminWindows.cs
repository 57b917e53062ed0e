using System.Collections.Concurrent;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Storefronts;

/// <summary>
/// When admins wrote to the business last, as far as this process saw it: only then a message reaches them that is no template.
/// </summary>
/// <remarks>What is not known counts as long ago, which costs a template and loses no notice.</remarks>
internal sealed class AdminWindows(TimeProvider time)
{
    // Five minutes less than Meta's, for clocks that differ.
    private static readonly TimeSpan Window = TimeSpan.FromHours(24) - TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _writtenAt = new(StringComparer.Ordinal);

    /// <summary>Whether a message is of one of these lines.</summary>
    public static bool IsFrom(MessageEvent message, IReadOnlySet<string> lines) =>
        !message.GroupId.HasValue && LineOf(message.Customer.ToRecipient()) is string line && lines.Contains(line);

    public static string? LineOf(Recipient address) =>
        address.Kind == RecipientKind.PhoneNumber ? PhoneNumber.LineOf(address.Value) : null;

    public void Receive(MessageEvent message)
    {
        if (LineOf(message.Customer.ToRecipient()) is string line)
        {
            _writtenAt[line] = time.GetUtcNow();
        }
    }

    public bool IsOpen(Recipient admin) =>
        LineOf(admin) is string line && _writtenAt.TryGetValue(line, out DateTimeOffset at) && time.GetUtcNow() - at < Window;
}
