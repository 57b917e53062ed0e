namespace WhatsCommerce.Storefronts;

/// <summary>Who is asked before whom.</summary>
internal enum ResponderPlace
{
    HumanOwner,
    CheckoutStep,
    Button,
    ProductQuestion,
    Reply,
    Search,
    Assistant,
    DefaultReply,
}
