using System.Runtime.InteropServices;

namespace WhatsCommerce.Testing;

/// <summary>
/// The base class of entries in a customer's chat with the business: a <see cref="ReceivedMessage"/>, a <see cref="CustomerMessage"/>, a
/// <see cref="ForwardedMessage"/> or a <see cref="ChatNotice"/>.
/// </summary>
public abstract class ChatEntry
{
    // The approximate memory overhead per entry.
    private const int BytesAround = 512;

    private volatile string[] _statuses;

    private protected ChatEntry(MessageId id, DateTimeOffset at, params string[] statuses)
    {
        Id = id;
        At = at;
        _statuses = statuses;
    }

    /// <summary>The id of the message; for a notice, an id that no message has.</summary>
    public MessageId Id { get; }

    /// <summary>When it was sent.</summary>
    public DateTimeOffset At { get; }

    /// <summary>
    /// The message type, including the interactive type: <c>text</c>, <c>interactive.product_list</c>, <c>order</c>; <c>notice</c> for a
    /// notice.
    /// </summary>
    public abstract string Kind { get; }

    /// <summary>The text, shortened; <see langword="null"/> when there is none.</summary>
    public abstract string? Text { get; }

    /// <summary>The retailer ids of the items that it shows, in order.</summary>
    public abstract IReadOnlyList<RetailerId> Products { get; }

    /// <summary>The id of the message that it replies to; absent when it is not a reply.</summary>
    public abstract MessageId RepliesTo { get; }

    /// <summary>The JSON that was sent; an empty object for a notice.</summary>
    public abstract JsonElement Json { get; }

    /// <summary>The approximate size in bytes.</summary>
    internal long Size => BytesAround + JsonMarshal.GetRawUtf8Value(Json).Length;

    /// <summary>
    /// The statuses so far, in order. For a message of the business: <c>sent</c>, <c>delivered</c>, <c>read</c>, <c>played</c> for audio
    /// and video, or <c>failed</c>. For a message of the customer: <c>sent</c>, <c>delivered</c> once the callback has accepted it,
    /// <c>read</c> once the business has marked it or a later one as read. Empty for other entries.
    /// </summary>
    public IReadOnlyList<string> Statuses => _statuses;

    /// <summary>Whether the message was read.</summary>
    public bool IsRead => Array.IndexOf(_statuses, "read") >= 0;

    /// <summary>The revision of the last change, which is larger than those of all earlier changes of the chat.</summary>
    public long Revision { get; internal set; }

    // Called under the lock of the customer.
    internal bool Reach(string status)
    {
        if (Array.IndexOf(_statuses, status) >= 0)
        {
            return false;
        }

        _statuses = [.. _statuses, status];
        return true;
    }
}
