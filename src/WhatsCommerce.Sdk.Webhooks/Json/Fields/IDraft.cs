namespace WhatsCommerce.Webhooks.Json;

/// <summary>
/// Collects the values of an object while it is read. Each record of a field has one: a struct with a member for each known JSON member.
/// </summary>
internal interface IDraft
{
    /// <summary>Takes the value of a member, if it is known and fits; otherwise must not move.</summary>
    /// <param name="r">The reader, at the value.</param>
    /// <param name="member">The member.</param>
    /// <param name="rest">Receives parts of the value without a property.</param>
    bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest);
}

/// <summary>A value that is a single event.</summary>
internal interface IValueDraft : IDraft
{
    WebhookEvent ToEvent(in EventHead head);
}

/// <summary>An item of a value, which is an event.</summary>
internal interface IItemDraft : IDraft
{
    WebhookEvent ToEvent(in EventHead head, in ItemArray items, ref Contacts contacts);
}

/// <summary>The content of a message, which the message completes.</summary>
internal interface IPayloadDraft : IDraft
{
    /// <summary>The event; <see langword="null"/> when a required member of the payload is missing.</summary>
    MessageEvent? ToEvent(in Member member, ref Payload payload);
}

/// <summary>A part of an event with its own record.</summary>
/// <typeparam name="TPart">The record.</typeparam>
internal interface IPartDraft<out TPart> : IDraft
{
    TPart ToPart(AdditionalProperties rest);
}
