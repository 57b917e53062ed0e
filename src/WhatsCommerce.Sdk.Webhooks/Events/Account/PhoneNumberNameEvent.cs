using System.Text;

namespace WhatsCommerce.Webhooks;

/// <summary>Meta reviewed the name that a number shows (<c>phone_number_name_update</c>).</summary>
/// <remarks>
/// The number is <see cref="WebhookEvent.DisplayPhoneNumber"/>. Source: Meta, webhooks/reference/phone_number_name_update.
/// </remarks>
public sealed record PhoneNumberNameEvent : WebhookEvent
{
    /// <summary>Makes one, for tests of your own.</summary>
    public PhoneNumberNameEvent()
    {
    }

    internal PhoneNumberNameEvent(in EventHead head)
        : base(head)
    {
    }

    /// <summary><c>decision</c>.</summary>
    public ReviewDecision Decision { get; init; }

    /// <summary><c>requested_verified_name</c>: the name that was asked for.</summary>
    public string? RequestedName { get; init; }

    /// <summary><c>rejection_reason</c>; absent when it was approved.</summary>
    public NameRejectionReason RejectionReason { get; init; }

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        builder.Member("Decision", Decision.Value).Member("RejectionReason", RejectionReason.Value);
        return true;
    }
}
