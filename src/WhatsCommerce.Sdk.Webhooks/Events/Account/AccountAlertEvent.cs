namespace WhatsCommerce.Webhooks;

/// <summary>An alert about limits, a profile or the Official Business Account (<c>account_alerts</c>).</summary>
/// <remarks>Source: Meta, webhooks/reference/account_alerts.</remarks>
[WebhookField("account_alerts")]
public sealed partial record AccountAlertEvent : WebhookEvent
{
    /// <summary><c>alert_info.alert_type</c>: the subject.</summary>
    [Wire("alert_info.alert_type", "alert_type")]
    public AlertType Type { get; init; }

    /// <summary><c>alert_info.alert_severity</c>: how urgent the alert is.</summary>
    [Wire("alert_info.alert_severity", "alert_severity")]
    public AlertSeverity Severity { get; init; }

    /// <summary><c>alert_info.alert_status</c>: whether the alert is active.</summary>
    [Wire("alert_info.alert_status", "alert_status")]
    public AlertStatus Status { get; init; }

    /// <summary><c>alert_info.alert_description</c>: what to do, in words.</summary>
    [Wire("alert_info.alert_description", "alert_description")]
    [Sensitive]
    public string? Description { get; init; }

    /// <summary><c>entity_type</c>: the kind of entity.</summary>
    [Wire("entity_type")]
    public AlertEntityType EntityType { get; init; }

    /// <summary><c>entity_id</c>: the id of the portfolio or the number.</summary>
    [Wire("entity_id", IsId = true)]
    public string? EntityId { get; init; }
}
