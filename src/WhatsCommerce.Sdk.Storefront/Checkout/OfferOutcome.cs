namespace WhatsCommerce.Storefronts;

/// <summary>Specifies the outcome of offering a cart: what to tell or ask the customer.</summary>
public enum OfferOutcome
{
    /// <summary>The cart was replaced, has expired, or does not exist.</summary>
    CartGone,

    /// <summary>The customer can pay: <see cref="OfferResult.Attempt"/>.</summary>
    Offered,

    /// <summary>The customer must choose how to pay: <see cref="OfferResult.Providers"/>.</summary>
    ChooseProvider,

    /// <summary>Prices differ from what was shown; the customer must confirm <see cref="OfferResult.Quote"/>.</summary>
    ConfirmPrice,

    /// <summary>Some lines cannot be sold as they are; the customer must agree to the rest, if there is a quote for it.</summary>
    ConfirmRest,

    /// <summary>A checkout step waits for the customer's answer: <see cref="OfferResult.Question"/>.</summary>
    AnswerStep,

    /// <summary>The cart has more lines, a larger quantity or a larger total than the shop accepts.</summary>
    TooLarge,

    /// <summary>A checkout rule rejects the cart: <see cref="OfferResult.Objection"/>.</summary>
    RuleObjects,

    /// <summary>No provider of the shop accepts the quote.</summary>
    NoProvider,

    /// <summary>The customer paid with a method that is confirmed later, such as a bank transfer.</summary>
    Pending,

    /// <summary>A provider did not respond; nothing else is offered until the state of the attempt is known.</summary>
    Unknown,

    /// <summary>The cart was already ordered.</summary>
    Ordered,
}
