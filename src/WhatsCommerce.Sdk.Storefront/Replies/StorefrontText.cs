namespace WhatsCommerce.Storefronts;

/// <summary>Specifies the texts that customers read; <see cref="StorefrontOptions.Texts"/> replaces them.</summary>
public enum StorefrontText
{
    /// <summary>A line of the summary: <c>{{quantity}}</c>, <c>{{product_name}}</c>, <c>{{product_id}}</c>, <c>{{amount}}</c>.</summary>
    SummaryLine,

    /// <summary>Replaces the lines that do not fit into a message: <c>{{count}}</c>.</summary>
    MoreLines,

    /// <summary>The sum of the lines: <c>{{amount}}</c>.</summary>
    Subtotal,

    /// <summary>The discount: <c>{{amount}}</c>.</summary>
    Discount,

    /// <summary>The shipping: <c>{{amount}}</c>.</summary>
    Shipping,

    /// <summary>The tax that is added: <c>{{amount}}</c>.</summary>
    TaxAdded,

    /// <summary>The total: <c>{{cart_total}}</c>.</summary>
    Total,

    /// <summary>The tax that the prices include: <c>{{amount}}</c>.</summary>
    TaxIncluded,

    /// <summary>The button that opens the payment page.</summary>
    PayButton,

    /// <summary>Asks how to pay.</summary>
    ChooseProvider,

    /// <summary>The button that opens the list of ways to pay, when there are more than three.</summary>
    ChooseButton,

    /// <summary>Says that prices differ from what was shown.</summary>
    PricesChanged,

    /// <summary>One such price: <c>{{product_name}}</c>, <c>{{product_id}}</c>, <c>{{old_price}}</c>, <c>{{new_price}}</c>.</summary>
    PriceChange,

    /// <summary>The button that agrees.</summary>
    AgreeButton,

    /// <summary>The button that declines.</summary>
    DeclineButton,

    /// <summary>Says that some products of the cart cannot be ordered.</summary>
    NotAll,

    /// <summary>A product that the shop does not know: <c>{{product_name}}</c>, <c>{{product_id}}</c>.</summary>
    ProductUnknown,

    /// <summary>A product without a price: <c>{{product_name}}</c>, <c>{{product_id}}</c>.</summary>
    ProductUnpriced,

    /// <summary>A product that is sold out: <c>{{product_name}}</c>, <c>{{product_id}}</c>.</summary>
    ProductSoldOut,

    /// <summary>A product with less stock than ordered: <c>{{product_name}}</c>, <c>{{product_id}}</c>, <c>{{count}}</c>.</summary>
    ProductNotEnough,

    /// <summary>A product that is sold in another currency: <c>{{product_name}}</c>, <c>{{product_id}}</c>.</summary>
    ProductOtherCurrency,

    /// <summary>Asks whether to order the rest.</summary>
    RestQuestion,

    /// <summary>Says that nothing is left to order.</summary>
    NothingLeft,

    /// <summary>The cart is larger than the shop accepts.</summary>
    TooLarge,

    /// <summary>There is no way to pay this cart.</summary>
    NoProvider,

    /// <summary>A payment is pending.</summary>
    PaymentPending,

    /// <summary>A provider did not respond.</summary>
    TryLater,

    /// <summary>The cart was ordered: <c>{{order_number}}</c>.</summary>
    AlreadyOrdered,

    /// <summary>The cart no longer exists.</summary>
    CartGone,

    /// <summary>The cart was dropped at the customer's request.</summary>
    Dropped,

    /// <summary>Stands above the products of a collection: <c>{{collection_name}}</c>.</summary>
    CollectionBody,

    /// <summary>Says that a collection has more products: <c>{{collection_name}}</c>.</summary>
    CollectionMore,

    /// <summary>Says that nothing of a collection can be ordered.</summary>
    CollectionEmpty,

    /// <summary>The button that sends more products, or more of the menu.</summary>
    MoreButton,

    /// <summary>The section of products without a category.</summary>
    OtherProducts,

    /// <summary>Stands above the menu of collections.</summary>
    MenuBody,

    /// <summary>The number of products in a collection of the menu: <c>{{count}}</c>.</summary>
    MenuCount,

    /// <summary>An order was placed and is paid: <c>{{order_number}}</c>, <c>{{cart_total}}</c>.</summary>
    OrderPlaced,

    /// <summary>An order was placed and is paid on delivery: <c>{{order_number}}</c>, <c>{{cart_total}}</c>.</summary>
    OrderPlacedDue,

    /// <summary>A payment failed: <c>{{order_number}}</c>.</summary>
    PaymentFailed,

    /// <summary>The button that offers the order again.</summary>
    RetryButton,

    /// <summary>A person looks at the order: <c>{{order_number}}</c>.</summary>
    NeedsReview,

    /// <summary>A payment was refunded: <c>{{order_number}}</c>, <c>{{amount}}</c>.</summary>
    Refunded,

    /// <summary>The order is being prepared: <c>{{order_number}}</c>.</summary>
    Fulfilling,

    /// <summary>The order is done: <c>{{order_number}}</c>.</summary>
    Done,

    /// <summary>The order was canceled: <c>{{order_number}}</c>.</summary>
    Cancelled,

    /// <summary>A second cart was received while one is open.</summary>
    SecondCart,

    /// <summary>The button that adds the second cart to the first.</summary>
    AddButton,

    /// <summary>The button that lets the second cart replace the first.</summary>
    ReplaceButton,

    /// <summary>Stands above the cart that an assistant proposes.</summary>
    Proposal,

    /// <summary>The button that orders the proposed cart.</summary>
    ConfirmCartButton,

    /// <summary>The button that changes the proposed cart.</summary>
    ChangeCartButton,

    /// <summary>Asks what is to be changed about the proposed cart.</summary>
    AskChange,

    /// <summary>Says that a person will answer.</summary>
    HandedOver,

    /// <summary>Stands before the choices, for an app that cannot show buttons or lists.</summary>
    TypeInstead,

    /// <summary>Asks how the goods are handed over.</summary>
    AskDeliveryMethod,

    /// <summary>The button that has the goods delivered.</summary>
    DeliverButton,

    /// <summary>The button for picking up the goods.</summary>
    PickupButton,

    /// <summary>Asks for the address, as text or a location.</summary>
    AskAddress,

    /// <summary>Asks for the address, in a form.</summary>
    AskAddressForm,

    /// <summary>The button that opens the form.</summary>
    AddressFormButton,

    /// <summary>Asks whether an address that was written is right: <c>{{address}}</c>.</summary>
    ConfirmAddress,

    /// <summary>The button that says so.</summary>
    ConfirmAddressButton,

    /// <summary>The button that gives another address.</summary>
    ChangeAddressButton,

    /// <summary>The button that answers a question again, when a rule objects to the answer.</summary>
    ChangeAnswerButton,

    /// <summary>Asks what else the shop should know.</summary>
    AskNote,

    /// <summary>The button that says: nothing.</summary>
    NoNoteButton,

    /// <summary>The cart is below the minimum: <c>{{minimum}}</c>, <c>{{cart_total}}</c>.</summary>
    BelowMinimum,

    /// <summary>The shop is closed, and opens again: <c>{{opening}}</c>.</summary>
    Closed,

    /// <summary>The shop is closed, and it is unknown when it opens again.</summary>
    ClosedForNow,

    /// <summary>When it opens, within that sentence: <c>{{day}}</c>, <c>{{time}}</c>.</summary>
    Opening,

    /// <summary>The address is outside the delivery area.</summary>
    OutsideArea,

    /// <summary>The first reminder of a cart: <c>{{cart_total}}</c>.</summary>
    ReminderFirst,

    /// <summary>The last reminder of a cart within its day: <c>{{cart_total}}</c>.</summary>
    ReminderLast,

    /// <summary>Stands in a reminder when prices have changed since.</summary>
    ReminderNewPrice,

    /// <summary>Stands in a reminder before its link: <c>{{checkout_url}}</c>.</summary>
    ReminderLink,

    /// <summary>The button of a reminder that asks for a person.</summary>
    HelpButton,

    /// <summary>Answers that button.</summary>
    HelpAnswer,

    /// <summary>The words with which customers opt out of reminders, case-insensitive, separated by <c>|</c>.</summary>
    StopWords,

    /// <summary>The button that shows what a customer orders most.</summary>
    UsualButton,

    /// <summary>The words with which customers ask for that, separated by <c>|</c>.</summary>
    UsualWords,

    /// <summary>Stands above what a customer orders most.</summary>
    UsualBody,

    /// <summary>The title of that section; at most 24 characters.</summary>
    UsualSection,

    /// <summary>The button that shows the last order again.</summary>
    LastOrderButton,

    /// <summary>The words with which customers ask for that, separated by <c>|</c>.</summary>
    LastOrderWords,

    /// <summary>Stands above the last order.</summary>
    LastOrderBody,

    /// <summary>The title of that section; at most 24 characters.</summary>
    LastOrderSection,

    /// <summary>The title of what others ordered together with it; at most 24 characters.</summary>
    PicksSection,

    /// <summary>Precedes the list of changes since the products were ordered.</summary>
    ReorderChanges,

    /// <summary>A product that was ordered now comes in variants: <c>{{product_name}}</c>, <c>{{product_id}}</c>.</summary>
    ProductVariants,

    /// <summary>The customer has not ordered anything that can be ordered again.</summary>
    ReorderNothing,
    /// <summary>
    /// Notifies an admin of a question: <c>{{customer}}</c>, <c>{{product_name}}</c>, <c>{{product_id}}</c>, <c>{{question}}</c>.
    /// </summary>
    NoticeQuestion,

    /// <summary>Notifies an admin of a cart: <c>{{customer}}</c>, <c>{{summary}}</c>, <c>{{count}}</c>.</summary>
    NoticeCart,

    /// <summary>
    /// Notifies an admin of an order: <c>{{order_number}}</c>, <c>{{customer}}</c>, <c>{{summary}}</c>, <c>{{cart_total}}</c>.
    /// </summary>
    NoticeOrder,

    /// <summary>
    /// Notifies an admin of an order that needs review: <c>{{order_number}}</c>, <c>{{reason}}</c>, <c>{{customer}}</c>,
    /// <c>{{cart_total}}</c>.
    /// </summary>
    NoticeReview,

    /// <summary>Notifies an admin that a customer needs a person: <c>{{customer}}</c>, <c>{{reason}}</c>.</summary>
    NoticeHuman,

    /// <summary>The day of an opening: this one.</summary>
    Today,

    /// <summary>The day of an opening: the next one.</summary>
    Tomorrow,

    /// <summary>The day of an opening.</summary>
    Monday,

    /// <summary>The day of an opening.</summary>
    Tuesday,

    /// <summary>The day of an opening.</summary>
    Wednesday,

    /// <summary>The day of an opening.</summary>
    Thursday,

    /// <summary>The day of an opening.</summary>
    Friday,

    /// <summary>The day of an opening.</summary>
    Saturday,

    /// <summary>The day of an opening.</summary>
    Sunday,
}
