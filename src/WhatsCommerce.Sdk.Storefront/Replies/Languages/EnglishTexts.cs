using System.Collections.Frozen;

namespace WhatsCommerce.Storefronts;

/// <summary>The texts in English, complete; the names in braces are all that a text of the shop may use.</summary>
internal static class EnglishTexts
{
    public static FrozenDictionary<StorefrontText, string> All { get; } = new Dictionary<StorefrontText, string>
    {
        [StorefrontText.SummaryLine] = "{{quantity}} x {{product_name}}: {{amount}}",
        [StorefrontText.MoreLines] = "... and {{count}} more",
        [StorefrontText.Subtotal] = "Subtotal: {{amount}}",
        [StorefrontText.Discount] = "Discount: -{{amount}}",
        [StorefrontText.Shipping] = "Delivery: {{amount}}",
        [StorefrontText.TaxAdded] = "Tax: {{amount}}",
        [StorefrontText.Total] = "*Total: {{cart_total}}*",
        [StorefrontText.TaxIncluded] = "Tax included: {{amount}}",
        [StorefrontText.PayButton] = "Pay",
        [StorefrontText.ChooseProvider] = "How would you like to pay?",
        [StorefrontText.ChooseButton] = "Choose",
        [StorefrontText.PricesChanged] = "Prices have changed since you filled your cart:",
        [StorefrontText.PriceChange] = "{{product_name}}: {{old_price}}, now {{new_price}}",
        [StorefrontText.AgreeButton] = "OK, go on",
        [StorefrontText.DeclineButton] = "No, thanks",
        [StorefrontText.NotAll] = "Not everything in your cart can be ordered:",
        [StorefrontText.ProductUnknown] = "{{product_name}}: we do not sell it any more",
        [StorefrontText.ProductUnpriced] = "{{product_name}}: not for sale at the moment",
        [StorefrontText.ProductSoldOut] = "{{product_name}}: sold out",
        [StorefrontText.ProductNotEnough] = "{{product_name}}: only {{count}} left",
        [StorefrontText.ProductOtherCurrency] = "{{product_name}}: has to be ordered apart, it is sold in another currency",
        [StorefrontText.RestQuestion] = "Shall we go on with the rest?",
        [StorefrontText.NothingLeft] = "So there is nothing left to order. Have another look at our catalog!",
        [StorefrontText.TooLarge] = "This cart is too large to be ordered here. Please write to us what you need.",
        [StorefrontText.NoProvider] = "This cart cannot be paid here. Please write to us, and we will find a way.",
        [StorefrontText.PaymentPending] = "Your payment is on its way. We will write to you when it is here.",
        [StorefrontText.TryLater] = "The payment service does not answer right now. Please try again in a minute.",
        [StorefrontText.AlreadyOrdered] = "This is ordered already: order {{order_number}}.",
        [StorefrontText.CartGone] = "This cart is no longer there. Please send us a new one.",
        [StorefrontText.Dropped] = "All right, we dropped this cart.",
        [StorefrontText.OrderPlaced] = "Thank you! Your order {{order_number}} is placed and paid: {{cart_total}}.",
        [StorefrontText.OrderPlacedDue] = "Thank you! Your order {{order_number}} is placed. You pay {{cart_total}} on delivery.",
        [StorefrontText.PaymentFailed] = "The payment of order {{order_number}} did not go through.",
        [StorefrontText.RetryButton] = "Try again",
        [StorefrontText.NeedsReview] = "We are looking at the payment of order {{order_number}} and will write to you.",
        [StorefrontText.Refunded] = "{{amount}} of order {{order_number}} is on its way back to you.",
        [StorefrontText.Fulfilling] = "We are preparing your order {{order_number}}.",
        [StorefrontText.Done] = "Your order {{order_number}} is complete. Thank you!",
        [StorefrontText.Cancelled] = "Your order {{order_number}} was cancelled.",
        [StorefrontText.SecondCart] = "You have an open cart already. What shall we do with the new one?",
        [StorefrontText.AddButton] = "Add to the first",
        [StorefrontText.ReplaceButton] = "Replace the first",
        [StorefrontText.TypeInstead] = "Please answer with one of these:",
        [StorefrontText.AskDeliveryMethod] = "How would you like to get your order?",
        [StorefrontText.DeliverButton] = "Deliver it",
        [StorefrontText.PickupButton] = "I fetch it",
        [StorefrontText.AskAddress] = "Where shall we deliver? Write the address, or share a location.",
        [StorefrontText.AskAddressForm] = "Please fill in where we shall deliver.",
        [StorefrontText.AddressFormButton] = "Enter address",
        [StorefrontText.ConfirmAddress] = "Shall we deliver to this address?\n{{address}}",
        [StorefrontText.ConfirmAddressButton] = "Yes, deliver there",
        [StorefrontText.ChangeAddressButton] = "Another address",
        [StorefrontText.ChangeAnswerButton] = "Change my answer",
        [StorefrontText.AskNote] = "Is there anything that we should know? Write it here.",
        [StorefrontText.NoNoteButton] = "No, that is all",
        [StorefrontText.BelowMinimum] = "We take orders from {{minimum}} on; your cart comes to {{cart_total}}.",
        [StorefrontText.Closed] = "We are closed right now. You can order again from {{opening}} on.",
        [StorefrontText.ClosedForNow] = "We are closed right now.",
        [StorefrontText.Opening] = "{{day}}, {{time}}",
        [StorefrontText.OutsideArea] = "We do not deliver to this address.",
        [StorefrontText.Today] = "today",
        [StorefrontText.Tomorrow] = "tomorrow",
        [StorefrontText.Monday] = "Monday",
        [StorefrontText.Tuesday] = "Tuesday",
        [StorefrontText.Wednesday] = "Wednesday",
        [StorefrontText.Thursday] = "Thursday",
        [StorefrontText.Friday] = "Friday",
        [StorefrontText.Saturday] = "Saturday",
        [StorefrontText.Sunday] = "Sunday",
    }.ToFrozenDictionary();

    /// <summary>Names that a text may use although the English one does not.</summary>
    public static IReadOnlyList<string> AlsoAllowed(StorefrontText text) => text switch
    {
        StorefrontText.SummaryLine or StorefrontText.PriceChange or StorefrontText.ProductUnknown or StorefrontText.ProductUnpriced
            or StorefrontText.ProductSoldOut or StorefrontText.ProductNotEnough or StorefrontText.ProductOtherCurrency => ["product_id"],
        _ => [],
    };
}
