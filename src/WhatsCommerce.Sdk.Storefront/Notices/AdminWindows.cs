using System.Collections.Concurrent;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Storefronts;

/// <summary>
/// Until when admins can be sent messages that are no templates, as far as this process saw them write: to which business number, and when.
/// </summary>
/// <remarks>What is not known counts as over, which costs a template and loses no notice.</remarks>
internal sealed class AdminWindows(TimeProvider time)
{
    // For clocks that differ, and for the way of the message.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<(string Line, PhoneNumberId Number), DateTimeOffset> _endsAt = new();

    public static string? LineOf(Recipient address) =>
        address.Kind == RecipientKind.PhoneNumber ? PhoneNumber.LineOf(address.Value) : null;

    public void Receive(MessageEvent message)
    {
        if (LineOf(message.Customer.ToRecipient()) is string line && message.ServiceWindowEndsAt is DateTimeOffset endsAt)
        {
            _endsAt.AddOrUpdate((line, message.PhoneNumberId), endsAt, (_, before) => before > endsAt ? before : endsAt);
        }
    }

    /// <summary>Whether a business number may write to an admin.</summary>
    public bool IsOpen(Recipient admin, PhoneNumberId from) => LineOf(admin) is string line
        && _endsAt.TryGetValue((line, from), out DateTimeOffset endsAt)
        && time.GetUtcNow() < endsAt - Margin;
}
