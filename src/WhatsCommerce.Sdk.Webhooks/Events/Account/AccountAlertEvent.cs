using System.Text;

namespace WhatsCommerce.Webhooks;

/// <summary>An alert about limits, a profile or the Official Business Account (<c>account_alerts</c>).</summary>
/// <remarks>Source: Meta, webhooks/reference/account_alerts.</remarks>
public sealed record AccountAlertEvent : WebhookEvent
{
    /// <summary>Makes one, for tests of your own.</summary>
    public AccountAlertEvent()
    {
    }

    internal AccountAlertEvent(in EventHead head)
        : base(head)
    {
    }

    /// <summary><c>alert_info.alert_type</c>: what it is about.</summary>
    public AlertType Type { get; init; }

    /// <summary><c>alert_info.alert_severity</c>.</summary>
    public AlertSeverity Severity { get; init; }

    /// <summary><c>alert_info.alert_status</c>.</summary>
    public AlertStatus Status { get; init; }

    /// <summary><c>alert_info.alert_description</c>: what to do, in words.</summary>
    public string? Description { get; init; }

    /// <summary><c>entity_type</c>: what it concerns.</summary>
    public AlertEntityType EntityType { get; init; }

    /// <summary><c>entity_id</c>: the id of the portfolio or the number.</summary>
    public string? EntityId { get; init; }

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        builder.Member("Type", Type.Value)
            .Member("Severity", Severity.Value)
            .Member("EntityType", EntityType.Value)
            .Member("EntityId", EntityId);
        return true;
    }
}
