namespace WhatsCommerce.Storefronts;

/// <summary>By what it is known which product a message is about.</summary>
public enum AboutReason
{
    /// <summary>The message names the product itself.</summary>
    Named,

    /// <summary>The message quotes one that shows the product.</summary>
    Quoted,

    /// <summary>Words of the message fit one of the products that were shown: its name, its price, its place in the list.</summary>
    Words,

    /// <summary>It is the only product that was shown last, and the message asks about one.</summary>
    ShownLast,
}
