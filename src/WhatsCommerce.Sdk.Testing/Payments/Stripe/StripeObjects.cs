namespace WhatsCommerce.Testing;

/// <summary>The objects of Stripe's API as JSON, as docs.stripe.com/api describes them.</summary>
internal static class StripeObjects
{
    public static JsonObject Session(LocalCheckout checkout)
    {
        JsonObject request = checkout.Request;
        long total = StripeMoney.ToMinor(checkout.Amount);
        long shipping = StripeLines.Shipping(request);
        bool isOpen = checkout.State is LocalCheckoutState.Open;
        return new()
        {
            ["id"] = checkout.Id,
            ["object"] = "checkout.session",
            ["after_expiration"] = null,
            ["allow_promotion_codes"] = null,
            ["amount_subtotal"] = total - shipping,
            ["amount_total"] = total,
            ["automatic_tax"] = new JsonObject { ["enabled"] = false, ["liability"] = null, ["status"] = null },
            ["billing_address_collection"] = null,
            ["cancel_url"] = request.Text("cancel_url"),
            ["client_reference_id"] = checkout.ToldReference,
            ["created"] = checkout.CreatedAt.ToUnixTimeSeconds(),
            ["currency"] = CurrencyOf(checkout),
            ["customer"] = null,
            ["customer_details"] = null,
            ["customer_email"] = request.Text("customer_email"),
            ["expires_at"] = checkout.ExpiresAt.ToUnixTimeSeconds(),
            ["invoice"] = null,
            ["livemode"] = false,
            ["locale"] = request.Text("locale"),
            ["metadata"] = MetadataOf(request),
            ["mode"] = "payment",
            ["payment_intent"] = checkout.PaymentId,
            ["payment_method_types"] = new JsonArray("card"),
            ["payment_status"] = checkout.State is LocalCheckoutState.Paid ? "paid" : "unpaid",
            ["phone_number_collection"] = new JsonObject { ["enabled"] = false },
            ["recovered_from"] = null,
            ["shipping_address_collection"] = null,
            ["shipping_cost"] = shipping == 0 ? null : new JsonObject
            {
                ["amount_subtotal"] = shipping,
                ["amount_tax"] = 0,
                ["amount_total"] = shipping,
            },
            ["shipping_options"] = new JsonArray(),
            ["status"] = checkout.State switch
            {
                LocalCheckoutState.Open => "open",
                LocalCheckoutState.Expired or LocalCheckoutState.Cancelled => "expired",
                _ => "complete",
            },
            ["submit_type"] = request.Text("submit_type"),
            ["success_url"] = request.Text("success_url"),
            ["total_details"] = new JsonObject { ["amount_discount"] = 0, ["amount_shipping"] = shipping, ["amount_tax"] = 0 },
            ["ui_mode"] = request.Text("ui_mode") ?? "hosted",
            ["url"] = isOpen ? checkout.Page.AbsoluteUri : null,
        };
    }

    public static JsonObject Intent(LocalCheckout checkout)
    {
        long total = StripeMoney.ToMinor(checkout.Amount);
        bool isPaid = checkout.Charge is not null;
        return new()
        {
            ["id"] = checkout.PaymentId,
            ["object"] = "payment_intent",
            ["amount"] = total,
            ["amount_received"] = isPaid ? total : 0,
            ["canceled_at"] = null,
            ["capture_method"] = "automatic_async",
            ["client_secret"] = null,
            ["confirmation_method"] = "automatic",
            ["created"] = checkout.CreatedAt.ToUnixTimeSeconds(),
            ["currency"] = CurrencyOf(checkout),
            ["customer"] = null,
            ["description"] = checkout.Request.Object("payment_intent_data").Text("description"),
            ["last_payment_error"] = null,
            ["latest_charge"] = checkout.Charge?.Id,
            ["livemode"] = false,
            ["metadata"] = MetadataOf(checkout.Request.Object("payment_intent_data")),
            ["payment_method"] = null,
            ["payment_method_types"] = new JsonArray("card"),
            ["status"] = isPaid ? "succeeded" : checkout.State is LocalCheckoutState.Pending ? "processing" : "requires_payment_method",
        };
    }

    public static JsonObject Charge(LocalCharge charge)
    {
        long refunded = StripeMoney.ToMinor(charge.Refunded);
        return new()
        {
            ["id"] = charge.Id,
            ["object"] = "charge",
            ["amount"] = StripeMoney.ToMinor(charge.Amount),
            ["amount_captured"] = StripeMoney.ToMinor(charge.Amount),
            ["amount_refunded"] = refunded,
            ["balance_transaction"] = null,
            ["billing_details"] = new JsonObject { ["address"] = null, ["email"] = null, ["name"] = null, ["phone"] = null },
            ["captured"] = true,
            ["created"] = charge.At.ToUnixTimeSeconds(),
            ["currency"] = CurrencyOf(charge.Checkout),
            ["customer"] = null,
            ["disputed"] = charge.Disputes.Count > 0,
            ["failure_code"] = null,
            ["failure_message"] = null,
            ["livemode"] = false,
            ["metadata"] = MetadataOf(charge.Checkout.Request.Object("payment_intent_data")),
            ["paid"] = true,
            ["payment_intent"] = charge.Checkout.PaymentId,
            ["payment_method"] = null,
            ["receipt_url"] = null,
            ["refunded"] = refunded == StripeMoney.ToMinor(charge.Amount),
            ["status"] = "succeeded",
        };
    }

    public static JsonObject Refund(LocalRefund refund) => new()
    {
        ["id"] = refund.Id,
        ["object"] = "refund",
        ["amount"] = StripeMoney.ToMinor(refund.Amount),
        ["balance_transaction"] = null,
        ["charge"] = refund.Charge.Id,
        ["created"] = refund.At.ToUnixTimeSeconds(),
        ["currency"] = CurrencyOf(refund.Charge.Checkout),
        ["metadata"] = MetadataOf(refund.Request),
        ["payment_intent"] = refund.Charge.Checkout.PaymentId,
        ["reason"] = refund.Request.Text("reason"),
        ["receipt_number"] = null,
        ["status"] = refund.State switch
        {
            LocalRefundState.Pending => "pending",
            LocalRefundState.Done => "succeeded",
            _ => "failed",
        },
    };

    public static JsonObject Dispute(LocalDispute dispute) => new()
    {
        ["id"] = dispute.Id,
        ["object"] = "dispute",
        ["amount"] = StripeMoney.ToMinor(dispute.Charge.Amount),
        ["balance_transactions"] = new JsonArray(),
        ["charge"] = dispute.Charge.Id,
        ["created"] = dispute.At.ToUnixTimeSeconds(),
        ["currency"] = CurrencyOf(dispute.Charge.Checkout),
        ["evidence"] = new JsonObject(),
        ["is_charge_refundable"] = false,
        ["livemode"] = false,
        ["metadata"] = new JsonObject(),
        ["payment_intent"] = dispute.Charge.Checkout.PaymentId,
        ["reason"] = "fraudulent",
        ["status"] = dispute.IsWon switch { null => "needs_response", true => "won", false => "lost" },
    };

    /// <summary>Puts objects in the place of the ids that <c>expand</c> names: <c>payment_intent.latest_charge</c>.</summary>
    public static void Expand(
        JsonObject target, JsonObject form, LocalLedger ledger, IEnumerable<LocalCheckout> sessions, Func<LocalCheckout, JsonObject> lines)
    {
        foreach (JsonNode path in form.Items("expand"))
        {
            string text = path is JsonValue value && value.TryGetValue(out string? name) ? name : "";
            string[] parts = text.Split('.', 5);
            JsonNode?[] targets = parts[0] == "data" && target["data"] is JsonArray data ? [.. data] : [target];
            foreach (JsonObject one in targets.OfType<JsonObject>())
            {
                Expand(one, parts[0] == "data" ? parts[1..] : parts, ledger, sessions, lines);
            }
        }
    }

    private static string CurrencyOf(LocalCheckout checkout) => checkout.Amount.Currency.Code!.ToLowerInvariant();

    private static JsonNode MetadataOf(JsonObject? form) => form.Object("metadata")?.DeepClone() ?? new JsonObject();

    private static void Expand(
        JsonObject target,
        ReadOnlySpan<string> path,
        LocalLedger ledger,
        IEnumerable<LocalCheckout> sessions,
        Func<LocalCheckout, JsonObject> lines)
    {
        if (path.IsEmpty)
        {
            return;
        }

        string name = path[0];
        if (name == "line_items" && target["object"]?.GetValue<string>() == "checkout.session")
        {
            string session = target["id"]!.GetValue<string>();
            target[name] = lines(sessions.First(checkout => checkout.Id == session));
        }
        else if (target[name] is JsonValue value && value.TryGetValue(out string? id))
        {
            target[name] = Find(id, ledger, sessions)
                ?? throw new StripeRefusal($"This property cannot be expanded ({name}).") { Param = "expand" };
        }

        if (target[name] is JsonObject next)
        {
            Expand(next, path[1..], ledger, sessions, lines);
        }
    }

    private static JsonObject? Find(string id, LocalLedger ledger, IEnumerable<LocalCheckout> sessions) => id.Split('_')[0] switch
    {
        "pi" when sessions.FirstOrDefault(checkout => checkout.PaymentId == id) is { } checkout => Intent(checkout),
        "ch" when ledger.Find(id) is { } charge => Charge(charge),
        _ => null,
    };
}
