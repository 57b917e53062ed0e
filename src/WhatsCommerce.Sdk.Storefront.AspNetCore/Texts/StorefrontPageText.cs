namespace WhatsCommerce.Storefronts;

/// <summary>Specifies the texts of the shop's pages; <see cref="StorefrontPagesOptions.Texts"/> replaces them.</summary>
public enum StorefrontPageText
{
    /// <summary>The heading of the page of a placed order.</summary>
    ThanksTitle,

    /// <summary>The order is placed and paid: <c>{{order_number}}</c>.</summary>
    PaidText,

    /// <summary>The order is placed and is paid on delivery: <c>{{order_number}}</c>.</summary>
    DueText,

    /// <summary>The order is placed; nothing is said of money: <c>{{order_number}}</c>.</summary>
    PlacedText,

    /// <summary>The heading of the page of a pending payment.</summary>
    PendingTitle,

    /// <summary>The text of that page: <c>{{order_number}}</c>.</summary>
    PendingText,

    /// <summary>The heading of the page of an order that needs review.</summary>
    ReviewTitle,

    /// <summary>The text of that page: <c>{{order_number}}</c>.</summary>
    ReviewText,

    /// <summary>The heading of the page of an order that is not paid yet.</summary>
    OpenTitle,

    /// <summary>The text of that page: <c>{{order_number}}</c>.</summary>
    OpenText,

    /// <summary>The heading of the page of a failed payment.</summary>
    FailedTitle,

    /// <summary>The text of that page: <c>{{order_number}}</c>.</summary>
    FailedText,

    /// <summary>The heading of the page of an expired offer.</summary>
    ExpiredTitle,

    /// <summary>The text of that page: <c>{{order_number}}</c>.</summary>
    ExpiredText,

    /// <summary>The heading of the page of an order that was replaced or canceled.</summary>
    GoneTitle,

    /// <summary>The text of that page: <c>{{order_number}}</c>.</summary>
    GoneText,

    /// <summary>The heading of the page when the provider has not responded.</summary>
    CheckingTitle,

    /// <summary>The text of that page.</summary>
    CheckingText,

    /// <summary>The heading of the page of an unknown link.</summary>
    NotKnownTitle,

    /// <summary>The text of that page.</summary>
    NotKnownText,

    /// <summary>The heading of the page when the shop itself failed.</summary>
    TryLaterTitle,

    /// <summary>The text of that page.</summary>
    TryLaterText,

    /// <summary>The heading of the page when a choice was not made on the shop's own page.</summary>
    RefusedTitle,

    /// <summary>The text of that page.</summary>
    RefusedText,

    /// <summary>The heading of the page on which the customer chooses how to pay.</summary>
    PayTitle,

    /// <summary>No provider accepts the order: <c>{{order_number}}</c>.</summary>
    NoWayText,

    /// <summary>The heading of the page when the cart can no longer be ordered as it is.</summary>
    ChangedTitle,

    /// <summary>The text of that page, unless a checkout rule has its own text.</summary>
    ChangedText,

    /// <summary>The heading of the page on which the customer confirms a new price.</summary>
    ConfirmTitle,

    /// <summary>The text of that page: <c>{{order_number}}</c>, <c>{{old_total}}</c>, <c>{{new_total}}</c>.</summary>
    ConfirmText,

    /// <summary>The button that confirms the new price and chooses a provider: <c>{{new_total}}</c>, <c>{{provider}}</c>.</summary>
    ConfirmButton,

    /// <summary>The heading of the page when the customer pays in the chat.</summary>
    ChatTitle,

    /// <summary>The text of that page: <c>{{order_number}}</c>.</summary>
    ChatText,

    /// <summary>The heading of the page that redirects to the provider.</summary>
    ContinueTitle,

    /// <summary>The text of that page.</summary>
    ContinueText,

    /// <summary>The link to the provider's page.</summary>
    ContinueButton,

    /// <summary>The link to the page on which the customer chooses how to pay.</summary>
    ChooseButton,

    /// <summary>The link that checks again.</summary>
    CheckButton,

    /// <summary>The link that opens the page again.</summary>
    ReopenButton,

    /// <summary>The link to the shop's chat.</summary>
    WhatsAppButton,

    /// <summary>The caption of the order's table: <c>{{order_number}}</c>.</summary>
    OrderCaption,

    /// <summary>The header of the column with the products.</summary>
    Product,

    /// <summary>The header of the column with the quantities.</summary>
    Quantity,

    /// <summary>The header of the column with the amounts.</summary>
    Amount,

    /// <summary>The sum of the lines.</summary>
    Subtotal,

    /// <summary>The discount.</summary>
    Discount,

    /// <summary>The shipping.</summary>
    Shipping,

    /// <summary>The tax that is added.</summary>
    Tax,

    /// <summary>The total.</summary>
    Total,

    /// <summary>The tax that the prices include.</summary>
    TaxIncluded,
}
