namespace WhatsCommerce.Storefronts;

/// <summary>Specifies the kind of content in an answer that no tool returned.</summary>
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
