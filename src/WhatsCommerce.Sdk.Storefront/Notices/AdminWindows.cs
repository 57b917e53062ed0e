using System.Collections.Concurrent;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Storefronts;

/// <summary>
/// Until when admins can be sent messages that are no templates, as far as this process saw them write.
/// </summary>
/// <remarks>What is not known counts as over, which costs a template and loses no notice.</remarks>
internal sealed class AdminWindows(TimeProvider time)
{
    // For clocks that differ, and for the way of the message.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _endsAt = new(StringComparer.Ordinal);

    /// <summary>Whether a message is of one of these lines.</summary>
    public static bool IsFrom(MessageEvent message, IReadOnlySet<string> lines) =>
        !message.GroupId.HasValue && LineOf(message.Customer.ToRecipient()) is string line && lines.Contains(line);

    public static string? LineOf(Recipient address) =>
        address.Kind == RecipientKind.PhoneNumber ? PhoneNumber.LineOf(address.Value) : null;

    public void Receive(MessageEvent message)
    {
        if (LineOf(message.Customer.ToRecipient()) is string line && message.ServiceWindowEndsAt is DateTimeOffset endsAt)
        {
            _endsAt[line] = endsAt;
        }
    }

    public bool IsOpen(Recipient admin) =>
        LineOf(admin) is string line && _endsAt.TryGetValue(line, out DateTimeOffset endsAt) && time.GetUtcNow() < endsAt - Margin;
}
