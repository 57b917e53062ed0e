namespace WhatsCommerce.Storefronts;

/// <summary>The texts of the pages in English. Their placeholders are the ones that a text of the shop may use.</summary>
internal static class EnglishPageTexts
{
    public static FrozenDictionary<StorefrontPageText, string> All { get; } = new Dictionary<StorefrontPageText, string>
    {
        [StorefrontPageText.ThanksTitle] = "Thank you!",
        [StorefrontPageText.PaidText] = "Your order {{order_number}} is placed and paid.",
        [StorefrontPageText.DueText] = "Your order {{order_number}} is placed. You pay on delivery.",
        [StorefrontPageText.PlacedText] = "Your order {{order_number}} is placed.",
        [StorefrontPageText.PendingTitle] = "Your payment is on its way",
        [StorefrontPageText.PendingText] =
            "Order {{order_number}}: we will write to you in WhatsApp when the payment is here. You can close this page.",
        [StorefrontPageText.ReviewTitle] = "We are looking at your payment",
        [StorefrontPageText.ReviewText] =
            "Order {{order_number}}: a person is checking the payment and will write to you in WhatsApp. Please do not pay again.",
        [StorefrontPageText.OpenTitle] = "Not paid yet",
        [StorefrontPageText.OpenText] = "Order {{order_number}} has not been paid. You can pay it now, or choose another way to pay.",
        [StorefrontPageText.FailedTitle] = "The payment did not go through",
        [StorefrontPageText.FailedText] = "Order {{order_number}} is not paid. You can try again, or choose another way to pay.",
        [StorefrontPageText.ExpiredTitle] = "This payment link has expired",
        [StorefrontPageText.ExpiredText] = "Order {{order_number}} was not paid in time. You can choose again how to pay.",
        [StorefrontPageText.GoneTitle] = "This order is no longer open",
        [StorefrontPageText.GoneText] =
            "Order {{order_number}} was replaced or cancelled. If you have a question, please write to us in WhatsApp.",
        [StorefrontPageText.CheckingTitle] = "We are checking your payment",
        [StorefrontPageText.CheckingText] =
            "The payment service has not answered yet. Please do not pay again: check once more in a minute.",
        [StorefrontPageText.NotKnownTitle] = "We do not know this link",
        [StorefrontPageText.NotKnownText] = "It may be incomplete. Please open it again from your WhatsApp chat with us.",
        [StorefrontPageText.TryLaterTitle] = "Please try again in a minute",
        [StorefrontPageText.TryLaterText] = "Something did not work on our side.",
        [StorefrontPageText.RefusedTitle] = "Please open the page again",
        [StorefrontPageText.RefusedText] = "For your safety nothing was done. Open the page again and choose there.",
        [StorefrontPageText.PayTitle] = "How would you like to pay?",
        [StorefrontPageText.NoWayText] =
            "Order {{order_number}} cannot be paid here. Please write to us in WhatsApp, and we will find a way.",
        [StorefrontPageText.ChangedTitle] = "Your cart needs another look",
        [StorefrontPageText.ChangedText] = "Prices or stock have changed since. Please send us your cart again in WhatsApp.",
        [StorefrontPageText.ConfirmTitle] = "The price has changed",
        [StorefrontPageText.ConfirmText] =
            "Order {{order_number}} cost {{old_total}} when it was offered. It costs {{new_total}} now. Nothing is paid before you agree.",
        [StorefrontPageText.ConfirmButton] = "Agree to {{new_total}}: {{provider}}",
        [StorefrontPageText.ChatTitle] = "Please pay in WhatsApp",
        [StorefrontPageText.ChatText] = "The payment of order {{order_number}} is waiting in our WhatsApp chat.",
        [StorefrontPageText.ContinueTitle] = "On to the payment",
        [StorefrontPageText.ContinueText] = "The payment opens by itself. If it does not, use the button.",
        [StorefrontPageText.ContinueButton] = "Continue to the payment",
        [StorefrontPageText.ChooseButton] = "Choose how to pay",
        [StorefrontPageText.CheckButton] = "Check again",
        [StorefrontPageText.ReopenButton] = "Open the page again",
        [StorefrontPageText.WhatsAppButton] = "Back to WhatsApp",
        [StorefrontPageText.OrderCaption] = "Order {{order_number}}",
        [StorefrontPageText.Product] = "Product",
        [StorefrontPageText.Quantity] = "Quantity",
        [StorefrontPageText.Amount] = "Amount",
        [StorefrontPageText.Subtotal] = "Subtotal",
        [StorefrontPageText.Discount] = "Discount",
        [StorefrontPageText.Shipping] = "Delivery",
        [StorefrontPageText.Tax] = "Tax",
        [StorefrontPageText.Total] = "Total",
        [StorefrontPageText.TaxIncluded] = "Tax included",
    }.ToFrozenDictionary();
}
