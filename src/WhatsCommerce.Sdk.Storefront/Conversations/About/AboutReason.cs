namespace WhatsCommerce.Storefronts;

/// <summary>Specifies how the product that a message is about was identified.</summary>
public enum AboutReason
{
    /// <summary>The message contains the product's id, for example because it was sent from the product's page.</summary>
    Named,

    /// <summary>The message quotes a message that shows the product.</summary>
    Quoted,

    /// <summary>Words of the message match one of the products that were shown: its name, its price, or its position in the list.</summary>
    Words,

    /// <summary>The message asks about a product, and only this one was shown last.</summary>
    ShownLast,
}
