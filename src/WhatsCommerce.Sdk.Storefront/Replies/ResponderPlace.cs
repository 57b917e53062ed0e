namespace WhatsCommerce.Storefronts;

/// <summary>Who is asked before whom.</summary>
internal enum ResponderPlace
{
    HumanOwner,
    CheckoutStep,
    Button,
    ProductQuestion,
    Reply,

    /// <summary>A question about what was shown last, without naming it: whoever knows better has been asked before.</summary>
    FollowUpQuestion,
    Search,
    Assistant,
    DefaultReply,
}
