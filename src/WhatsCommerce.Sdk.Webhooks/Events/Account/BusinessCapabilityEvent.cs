using System.Text;

namespace WhatsCommerce.Webhooks;

/// <summary>The limits of an account or its portfolio changed (<c>business_capability_update</c>).</summary>
/// <remarks>Source: Meta, webhooks/reference/business_capability_update.</remarks>
public sealed record BusinessCapabilityEvent : WebhookEvent
{
    /// <summary>Makes one, for tests of your own.</summary>
    public BusinessCapabilityEvent()
    {
    }

    internal BusinessCapabilityEvent(in EventHead head)
        : base(head)
    {
    }

    /// <summary><c>max_daily_conversations_per_business</c>: how many customers a portfolio may write to first, in 24 hours.</summary>
    public MessagingLimit MessagingLimit { get; init; }

    /// <summary><c>max_daily_conversation_per_phone</c>: the same of one number, in older versions.</summary>
    public MessagingLimit MessagingLimitPerPhoneNumber { get; init; }

    /// <summary><c>max_phone_numbers_per_business</c>: how many numbers the portfolio may have.</summary>
    public int? MaxPhoneNumbers { get; init; }

    /// <summary><c>max_phone_numbers_per_waba</c>: how many numbers each account may have.</summary>
    public int? MaxPhoneNumbersPerAccount { get; init; }

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        builder.Member("MessagingLimit", MessagingLimit.Value)
            .Member("MaxPhoneNumbers", MaxPhoneNumbers)
            .Member("MaxPhoneNumbersPerAccount", MaxPhoneNumbersPerAccount);
        return true;
    }
}
