using System.Runtime.InteropServices;

namespace WhatsCommerce.Testing;

/// <summary>
/// What stands in a customer's chat with the business: a <see cref="ReceivedMessage"/>, a <see cref="CustomerMessage"/>, a
/// <see cref="ForwardedMessage"/> or a <see cref="ChatNotice"/>.
/// </summary>
public abstract class ChatEntry
{
    // What stands around the JSON in memory, more or less.
    private const int BytesAround = 512;

    private volatile string[] _statuses;

    private protected ChatEntry(MessageId id, DateTimeOffset at, params string[] statuses)
    {
        Id = id;
        At = at;
        _statuses = statuses;
    }

    /// <summary>The id of the message; of a notice one that no message has.</summary>
    public MessageId Id { get; }

    /// <summary>When it was sent.</summary>
    public DateTimeOffset At { get; }

    /// <summary>
    /// The type on the wire; of an interactive message also which: <c>text</c>, <c>interactive.product_list</c>, <c>order</c>. Of a notice
    /// <c>notice</c>.
    /// </summary>
    public abstract string Kind { get; }

    /// <summary>The words in short; <see langword="null"/> when there are none.</summary>
    public abstract string? Text { get; }

    /// <summary>The items that it shows, in order.</summary>
    public abstract IReadOnlyList<RetailerId> Products { get; }

    /// <summary>The message that it answers; absent when it answers none.</summary>
    public abstract MessageId RepliesTo { get; }

    /// <summary>The JSON that was sent; an empty object for a notice.</summary>
    public abstract JsonElement Json { get; }

    /// <summary>About how many bytes it takes.</summary>
    internal long Size => BytesAround + JsonMarshal.GetRawUtf8Value(Json).Length;

    /// <summary>
    /// How far it has come, in order. Of the business: <c>sent</c>, <c>delivered</c>, <c>read</c>, of audio and video
    /// <c>played</c>, or <c>failed</c>. Of the customer:
    /// <c>sent</c>, <c>delivered</c> once the callback has taken it, <c>read</c> once the business has marked it, or a later one, as read.
    /// Of others none.
    /// </summary>
    public IReadOnlyList<string> Statuses => _statuses;

    /// <summary>Whether it was read.</summary>
    public bool IsRead => Array.IndexOf(_statuses, "read") >= 0;

    /// <summary>Grows with every change of the chat: larger than that of every entry that changed before.</summary>
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
