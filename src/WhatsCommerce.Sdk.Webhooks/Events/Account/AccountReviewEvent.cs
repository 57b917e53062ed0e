using System.Text;

namespace WhatsCommerce.Webhooks;

/// <summary>Meta reviewed an account (<c>account_review_update</c>).</summary>
/// <remarks>Source: Meta, webhooks/reference/account_review_update.</remarks>
public sealed record AccountReviewEvent : WebhookEvent
{
    /// <summary>Makes one, for tests of your own.</summary>
    public AccountReviewEvent()
    {
    }

    internal AccountReviewEvent(in EventHead head)
        : base(head)
    {
    }

    /// <summary><c>decision</c>; only an approved account can send.</summary>
    public ReviewDecision Decision { get; init; }

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        builder.Member("Decision", Decision.Value);
        return true;
    }
}
