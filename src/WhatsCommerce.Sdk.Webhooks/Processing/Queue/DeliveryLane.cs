namespace WhatsCommerce.Webhooks;

/// <summary>Specifies the lane of an event in a delivery queue. Events of one lane never wait for those of another.</summary>
public enum DeliveryLane
{
    /// <summary>Messages, calls and everything else from a customer, in the order in which it arrived.</summary>
    Messages = 0,

    /// <summary>Statuses of sent messages: many, and less urgent.</summary>
    Statuses,

    /// <summary>Events that concern an account and no single customer, and histories.</summary>
    Other,

    /// <summary>Forwards to another URL, see <c>ForwardDeliveries</c> and <c>ForwardEvents</c>.</summary>
    Forwards,
}
