namespace WhatsCommerce.Testing;

/// <summary>The webhook fields that the app is subscribed to; initially all of them.</summary>
/// <remarks>Webhooks of other fields are neither delivered nor kept for later. Thread-safe.</remarks>
public sealed class EmulatedWebhookFields
{
    // Source: Meta, webhooks/overview.
    private static readonly string[] All =
    [
        "account_alerts", "account_review_update", "account_settings_update", "account_update", "business_capability_update",
        "business_username_updates", "calls", "flows", "group_lifecycle_update", "group_participants_update", "group_settings_update",
        "group_status_update", "history", "message_template_components_update", "message_template_quality_update",
        "message_template_status_update", "messages", "partner_solutions", "payment_configuration_update", "phone_number_name_update",
        "phone_number_quality_update", "security", "smb_app_state_sync", "smb_message_echoes", "standby", "template_category_update",
        "user_preferences",
    ];

    private readonly Lock _gate = new();
    private readonly SortedSet<string> _subscribed = new(All, StringComparer.Ordinal);
    private readonly HashSet<string> _unsubscribed = new(StringComparer.Ordinal);

    internal EmulatedWebhookFields() { }

    /// <summary>The subscribed fields in alphabetical order. Each call returns a new list.</summary>
    public IReadOnlyList<string> Subscribed
    {
        get
        {
            lock (_gate)
            {
                return [.. _subscribed];
            }
        }
    }

    /// <summary>Unsubscribes the app from a field.</summary>
    /// <param name="field">The name of the field, such as <c>messages</c>.</param>
    public void Unsubscribe(string field)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(field);
        lock (_gate)
        {
            _subscribed.Remove(field);
            _unsubscribed.Add(field);
        }
    }

    /// <summary>Subscribes the app to a field.</summary>
    /// <param name="field">The name of the field, such as <c>messages</c>.</param>
    public void Subscribe(string field)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(field);
        lock (_gate)
        {
            _subscribed.Add(field);
            _unsubscribed.Remove(field);
        }
    }

    /// <summary>Whether the app gets an update; one of a field that nobody knows it does.</summary>
    internal bool Takes(WebhookUpdate update)
    {
        lock (_gate)
        {
            return _unsubscribed.Count == 0 || !_unsubscribed.Contains(FieldOf(update.Body));
        }
    }

    private static string FieldOf(byte[] body)
    {
        using JsonDocument json = JsonDocument.Parse(body);
        return json.RootElement.GetProperty("entry")[0].GetProperty("changes")[0].GetProperty("field").GetString() ?? "";
    }
}
