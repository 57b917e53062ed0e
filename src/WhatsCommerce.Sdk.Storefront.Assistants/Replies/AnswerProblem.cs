namespace WhatsCommerce.Storefronts;

/// <summary>What an answer contains although no tool returned it.</summary>
internal enum AnswerProblem
{
    /// <summary>An amount of money.</summary>
    Amount,

    /// <summary>A percentage, such as an invented discount.</summary>
    Percentage,

    /// <summary>A link.</summary>
    Link,

    /// <summary>An address, such as an email or payment address.</summary>
    Address,

    /// <summary>Many digits: a phone number, an account.</summary>
    Account,
}
