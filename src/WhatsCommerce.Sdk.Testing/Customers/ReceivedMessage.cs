using System.Text.Json;
using WhatsCommerce.Testing.Judging;

namespace WhatsCommerce.Testing;

/// <summary>A message of the business, as it arrived at a customer.</summary>
public sealed class ReceivedMessage
{
    private volatile string[] _statuses = [];

    internal ReceivedMessage(MessageId id, DateTimeOffset at, AcceptedMessage accepted, EmulatedNumber number)
    {
        Id = id;
        At = at;
        Kind = accepted.Kind;
        Text = accepted.Text;
        Products = [.. accepted.Products.Select(product => new RetailerId(product))];
        RepliesTo = accepted.RepliesTo;
        CallbackData = accepted.CallbackData;
        Json = accepted.Json;
        Number = number;
    }

    /// <summary>The id that the business got for it, and that statuses name.</summary>
    public MessageId Id { get; }

    /// <summary>The number that sent it.</summary>
    public PhoneNumberId From => Number.Id;

    /// <summary>When the business sent it.</summary>
    public DateTimeOffset At { get; }

    /// <summary>The type on the wire; of an interactive message also which: <c>text</c>, <c>interactive.product_list</c>, <c>template</c>.</summary>
    public string Kind { get; }

    /// <summary>The words the customer reads: the text, the body of an interactive message, or the caption; <see langword="null"/> when there are none.</summary>
    public string? Text { get; }

    /// <summary>The items that the customer is shown, in order; without those that the catalog lacks.</summary>
    public IReadOnlyList<RetailerId> Products { get; }

    /// <summary>The message that this one quotes; absent when it quotes none.</summary>
    public MessageId RepliesTo { get; }

    /// <summary>The data that the business gets back with every status (<c>biz_opaque_callback_data</c>).</summary>
    public string? CallbackData { get; }

    /// <summary>The JSON that the business sent.</summary>
    public JsonElement Json { get; }

    /// <summary>The statuses told so far, in order: <c>sent</c>, <c>delivered</c>, <c>read</c>, or <c>failed</c>.</summary>
    public IReadOnlyList<string> Statuses => _statuses;

    /// <summary>Whether the customer has read it.</summary>
    public bool IsRead => Array.IndexOf(_statuses, "read") >= 0;

    /// <summary>Kind, id and last status; nothing of the content.</summary>
    public override string ToString() => $"{Kind} {Id} {(_statuses is [.., var last] ? last : "accepted")}";

    internal EmulatedNumber Number { get; }

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
