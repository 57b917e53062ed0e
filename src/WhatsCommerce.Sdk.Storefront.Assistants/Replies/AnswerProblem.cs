namespace WhatsCommerce.Storefronts;

/// <summary>What an answer names although no tool returned it.</summary>
internal enum AnswerProblem
{
    /// <summary>An amount of money.</summary>
    Amount,

    /// <summary>A number of percent, which is a discount that nobody gives.</summary>
    Percentage,

    /// <summary>A link.</summary>
    Link,

    /// <summary>An address such as those of mail or of payments.</summary>
    Address,

    /// <summary>Many digits: a phone number, an account.</summary>
    Account,
}
