namespace WhatsCommerce.Storefronts;

/// <summary>The outcome of offering a cart: what to tell or ask the customer.</summary>
public enum OfferOutcome
{
    /// <summary>The cart was replaced, has expired, or does not exist.</summary>
    CartGone,

    /// <summary>The customer can pay: <see cref="OfferResult.Attempt"/>.</summary>
    Offered,

    /// <summary>The customer is to choose how to pay: <see cref="OfferResult.Providers"/>.</summary>
    ChooseProvider,

    /// <summary>Prices differ from what was shown; the customer is to confirm <see cref="OfferResult.Quote"/>.</summary>
    ConfirmPrice,

    /// <summary>Some lines cannot be sold as they are; the customer is to agree to the rest, if there is a quote of it.</summary>
    ConfirmRest,

    /// <summary>A checkout step waits for the customer's answer: <see cref="OfferResult.Question"/>.</summary>
    AnswerStep,

    /// <summary>The cart has more lines, a larger quantity or a larger sum than the shop takes.</summary>
    TooLarge,

    /// <summary>A rule of the shop objects: <see cref="OfferResult.Objection"/>.</summary>
    RuleObjects,

    /// <summary>No provider of the shop takes the quote.</summary>
    NoProvider,

    /// <summary>The customer has paid by a way that takes its time.</summary>
    Pending,

    /// <summary>A provider did not answer; nothing else is offered before that is cleared up.</summary>
    Unknown,

    /// <summary>It was ordered.</summary>
    Ordered,
}
