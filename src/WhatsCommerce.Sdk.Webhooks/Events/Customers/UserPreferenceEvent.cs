namespace WhatsCommerce.Webhooks;

/// <summary>A customer stopped or resumed marketing messages (<c>user_preferences</c>).</summary>
/// <remarks>
/// It applies to <see cref="Customer.UserId"/>, not to the parent id. Meta does not deliver marketing messages to customers who stopped it;
/// store it nevertheless. Source: Meta, webhooks/reference/user_preferences.
/// </remarks>
[WebhookField("user_preferences", Items = "user_preferences")]
[WireHead(Timestamp = "timestamp", WaId = "wa_id", UserId = "user_id", ParentUserId = "parent_user_id", Username = "username")]
public sealed partial record UserPreferenceEvent : WebhookEvent
{
    /// <summary><c>value</c>: whether the customer opted out or in again.</summary>
    [Wire("value")]
    public PreferenceValue Value { get; init; }

    /// <summary><c>category</c>: the kind of messages.</summary>
    [Wire("category")]
    public PreferenceCategory Category { get; init; }

    /// <summary><c>detail</c>: the same in words.</summary>
    [Wire("detail")]
    [Sensitive]
    public string? Detail { get; init; }

    /// <summary><c>signup_id</c>: the sign-up that the preference belongs to.</summary>
    [Wire("signup_id", IsId = true)]
    [Sensitive]
    public string? SignupId { get; init; }
}
