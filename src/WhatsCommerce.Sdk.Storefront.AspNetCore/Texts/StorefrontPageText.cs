namespace WhatsCommerce.Storefronts;

/// <summary>The texts of the shop's pages, by name: <see cref="StorefrontPagesOptions.Texts"/> replaces them.</summary>
public enum StorefrontPageText
{
    /// <summary>The head of a page of a placed order.</summary>
    ThanksTitle,

    /// <summary>The order is placed and paid: <c>{{order_number}}</c>.</summary>
    PaidText,

    /// <summary>The order is placed and is paid on delivery: <c>{{order_number}}</c>.</summary>
    DueText,

    /// <summary>The order is placed; nothing is said of money: <c>{{order_number}}</c>.</summary>
    PlacedText,

    /// <summary>The head of the page of a payment that takes its time.</summary>
    PendingTitle,

    /// <summary>What it says: <c>{{order_number}}</c>.</summary>
    PendingText,

    /// <summary>The head of the page of an order that a person looks at.</summary>
    ReviewTitle,

    /// <summary>What it says: <c>{{order_number}}</c>.</summary>
    ReviewText,

    /// <summary>The head of the page of an order that is not paid yet.</summary>
    OpenTitle,

    /// <summary>What it says: <c>{{order_number}}</c>.</summary>
    OpenText,

    /// <summary>The head of the page of a payment that failed.</summary>
    FailedTitle,

    /// <summary>What it says: <c>{{order_number}}</c>.</summary>
    FailedText,

    /// <summary>The head of the page of an offer whose time is over.</summary>
    ExpiredTitle,

    /// <summary>What it says: <c>{{order_number}}</c>.</summary>
    ExpiredText,

    /// <summary>The head of the page of an order that was replaced or called off.</summary>
    GoneTitle,

    /// <summary>What it says: <c>{{order_number}}</c>.</summary>
    GoneText,

    /// <summary>The head of the page when the provider has not answered.</summary>
    CheckingTitle,

    /// <summary>What it says.</summary>
    CheckingText,

    /// <summary>The head of the page of a link that the shop does not know.</summary>
    NotKnownTitle,

    /// <summary>What it says.</summary>
    NotKnownText,

    /// <summary>The head of the page when the shop itself failed.</summary>
    TryLaterTitle,

    /// <summary>What it says.</summary>
    TryLaterText,

    /// <summary>The head of the page when a choice did not come from the shop's own page.</summary>
    RefusedTitle,

    /// <summary>What it says.</summary>
    RefusedText,

    /// <summary>The head of the page on which the customer chooses how to pay.</summary>
    PayTitle,

    /// <summary>No provider takes the order: <c>{{order_number}}</c>.</summary>
    NoWayText,

    /// <summary>The head of the page when the cart can no longer be ordered as it is.</summary>
    ChangedTitle,

    /// <summary>What it says, unless a rule of the shop says why.</summary>
    ChangedText,

    /// <summary>The head of the page on which the customer agrees to a new price.</summary>
    ConfirmTitle,

    /// <summary>What it says: <c>{{order_number}}</c>, <c>{{old_total}}</c>, <c>{{new_total}}</c>.</summary>
    ConfirmText,

    /// <summary>Agrees to the new price and pays by one of the ways: <c>{{new_total}}</c>, <c>{{provider}}</c>.</summary>
    ConfirmButton,

    /// <summary>The head of the page when the customer pays in the chat.</summary>
    ChatTitle,

    /// <summary>What it says: <c>{{order_number}}</c>.</summary>
    ChatText,

    /// <summary>The head of the page on the way to the provider.</summary>
    ContinueTitle,

    /// <summary>What it says.</summary>
    ContinueText,

    /// <summary>The link to the provider's page.</summary>
    ContinueButton,

    /// <summary>The link to the page on which the customer chooses how to pay.</summary>
    ChooseButton,

    /// <summary>The link that looks again.</summary>
    CheckButton,

    /// <summary>The link that opens the page again.</summary>
    ReopenButton,

    /// <summary>The link to the shop's chat.</summary>
    WhatsAppButton,

    /// <summary>Stands over the lines: <c>{{order_number}}</c>.</summary>
    OrderCaption,

    /// <summary>The head of the column of products.</summary>
    Product,

    /// <summary>The head of the column of quantities.</summary>
    Quantity,

    /// <summary>The head of the column of amounts.</summary>
    Amount,

    /// <summary>The lines together.</summary>
    Subtotal,

    /// <summary>What is taken off.</summary>
    Discount,

    /// <summary>The shipping.</summary>
    Shipping,

    /// <summary>The tax that is added.</summary>
    Tax,

    /// <summary>What is paid.</summary>
    Total,

    /// <summary>The tax that the prices contain.</summary>
    TaxIncluded,
}
