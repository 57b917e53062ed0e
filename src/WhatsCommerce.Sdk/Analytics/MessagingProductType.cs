namespace WhatsCommerce.Analytics;

/// <summary>The kinds of messages that messaging analytics count; the values are Meta's numbers.</summary>
/// <remarks>Source: Meta, analytics, messaging analytics.</remarks>
public enum MessagingProductType
{
    /// <summary>Templates that the business sent.</summary>
    Templates = 0,

    /// <summary>Other messages that the business sent.</summary>
    OtherMessages = 2,

    /// <summary>Messages of customers.</summary>
    Incoming = 100,
}
