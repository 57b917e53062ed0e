namespace WhatsCommerce.Storefronts;

/// <summary>The order in which responders are called.</summary>
internal enum ResponderPlace
{
    HumanOwner,
    CheckoutStep,
    Button,
    ProductQuestion,
    Reply,

    /// <summary>
    /// A question about a product that was shown last, without naming it; called after responders that are more specific.
    /// </summary>
    FollowUpQuestion,
    Search,
    Assistant,
    DefaultReply,
}
