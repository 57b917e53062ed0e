namespace WhatsCommerce.Testing;

/// <summary>The objects of PayPal's APIs as JSON, as developer.paypal.com/docs/api describes them.</summary>
internal sealed class PayPalObjects(LocalPayPal paypal)
{
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    public JsonObject Order(LocalCheckout order)
    {
        JsonObject unit = (JsonObject)order.Request["purchase_units"]![0]!.DeepClone();
        unit["reference_id"] ??= "default";
        if (order.ToldReference != order.Reference)
        {
            unit["custom_id"] = order.ToldReference;
        }

        unit["payee"] = new JsonObject { ["merchant_id"] = "LOCALMERCHANT" };
        if (order.PaymentId is not null)
        {
            JsonObject payments = new() { ["captures"] = new JsonArray(Capture(order)) };
            if (order.Charge is { Refunds.Count: > 0 } charge)
            {
                payments["refunds"] = new JsonArray([.. charge.Refunds.Select(Refund)]);
            }

            unit["payments"] = payments;
        }

        JsonObject made = new()
        {
            ["id"] = order.Id,
            ["intent"] = "CAPTURE",
            ["status"] = order.State switch
            {
                LocalCheckoutState.Open => order.Request.Object("payment_source") is null ? "CREATED" : "PAYER_ACTION_REQUIRED",
                LocalCheckoutState.Approved => "APPROVED",
                LocalCheckoutState.Expired or LocalCheckoutState.Cancelled => "VOIDED",
                _ => "COMPLETED",
            },
            ["purchase_units"] = new JsonArray(unit),
            ["create_time"] = Time(order.CreatedAt),
            ["links"] = Links(order),
        };
        if (order.Request.Object("payment_source") is not null)
        {
            made["payment_source"] = new JsonObject { ["paypal"] = new JsonObject() };
        }

        if (order.State is LocalCheckoutState.Approved or LocalCheckoutState.Paid or LocalCheckoutState.Pending)
        {
            made["payer"] = new JsonObject { ["payer_id"] = "LOCALPAYER123", ["email_address"] = "customer@example.com" };
        }

        return made;
    }

    /// <summary>The response without <c>Prefer: return=representation</c>.</summary>
    public JsonObject Minimal(LocalCheckout order) =>
        new() { ["id"] = order.Id, ["status"] = Order(order)["status"]!.DeepClone(), ["links"] = Links(order) };

    public JsonObject Capture(LocalCheckout order)
    {
        JsonObject unit = (JsonObject)order.Request["purchase_units"]![0]!;
        JsonObject made = new()
        {
            ["id"] = order.PaymentId,
            ["status"] = order switch
            {
                { State: LocalCheckoutState.Pending } => "PENDING",
                { State: LocalCheckoutState.Failed } => "DECLINED",
                { Charge: { } charge } when charge.Refunds.Where(refund => refund.State is LocalRefundState.Done)
                    .Sum(refund => refund.Amount.Amount) is var back and > 0 =>
                    back == charge.Amount.Amount ? "REFUNDED" : "PARTIALLY_REFUNDED",
                _ => "COMPLETED",
            },
            ["amount"] = PayPalMoney.ToJson(order.Amount),
            ["final_capture"] = true,
            ["create_time"] = Time(order.Charge?.At ?? order.CreatedAt),
            ["update_time"] = Time(paypal.Time.GetUtcNow()),
            ["supplementary_data"] = new JsonObject { ["related_ids"] = new JsonObject { ["order_id"] = order.Id } },
            ["links"] = new JsonArray(
                Link("self", "GET", $"v2/payments/captures/{order.PaymentId}"),
                Link("refund", "POST", $"v2/payments/captures/{order.PaymentId}/refund"),
                Link("up", "GET", $"v2/checkout/orders/{order.Id}")),
        };
        if (order.State is LocalCheckoutState.Pending)
        {
            made["status_details"] = new JsonObject { ["reason"] = "ECHECK" };
        }

        foreach (string name in new[] { "custom_id", "invoice_id" })
        {
            if ((name == "custom_id" ? order.ToldReference : unit.Text(name)) is { } text)
            {
                made[name] = text;
            }
        }

        return made;
    }

    public JsonObject Refund(LocalRefund refund)
    {
        JsonObject made = new()
        {
            ["id"] = refund.Id,
            ["status"] = refund.State switch
            {
                LocalRefundState.Pending => "PENDING",
                LocalRefundState.Done => "COMPLETED",
                _ => "FAILED",
            },
            ["amount"] = PayPalMoney.ToJson(refund.Amount),
            ["create_time"] = Time(refund.At),
            ["update_time"] = Time(paypal.Time.GetUtcNow()),
            ["links"] = new JsonArray(
                Link("self", "GET", $"v2/payments/refunds/{refund.Id}"),
                Link("up", "GET", $"v2/payments/captures/{refund.Charge.Id}")),
        };
        foreach (string name in new[] { "custom_id", "invoice_id", "note_to_payer" })
        {
            if ((refund.Request.Text(name) ?? (name == "custom_id" ? refund.Charge.Reference : null)) is { } text)
            {
                made[name] = text;
            }
        }

        return made;
    }

    public static JsonObject Dispute(LocalDispute dispute) => new()
    {
        ["dispute_id"] = dispute.Id,
        ["create_time"] = Time(dispute.At),
        ["update_time"] = Time(dispute.At),
        ["disputed_transactions"] = new JsonArray(new JsonObject
        {
            ["seller_transaction_id"] = dispute.Charge.Id,
            ["custom"] = dispute.Charge.Reference,
        }),
        ["reason"] = "UNAUTHORISED",
        ["status"] = dispute.IsWon is null ? "WAITING_FOR_SELLER_RESPONSE" : "RESOLVED",
        ["dispute_amount"] = PayPalMoney.ToJson(dispute.Charge.Amount),
        ["dispute_outcome"] = dispute.IsWon is not { } isWon ? null : new JsonObject
        {
            ["outcome_code"] = isWon ? "RESOLVED_SELLER_FAVOUR" : "RESOLVED_BUYER_FAVOUR",
        },
    };

    private JsonArray Links(LocalCheckout order)
    {
        JsonArray links = new(Link("self", "GET", $"v2/checkout/orders/{order.Id}"));
        switch (order.State)
        {
            case LocalCheckoutState.Open:
                links.Add((JsonNode)new JsonObject
                {
                    ["href"] = order.Page.AbsoluteUri,
                    ["rel"] = order.Request.Object("payment_source") is null ? "approve" : "payer-action",
                    ["method"] = "GET",
                });
                break;
            case LocalCheckoutState.Approved:
                links.Add((JsonNode)Link("capture", "POST", $"v2/checkout/orders/{order.Id}/capture"));
                break;
        }

        return links;
    }

    private JsonObject Link(string rel, string method, string path) =>
        new() { ["href"] = new Uri(paypal.BaseAddress, path).AbsoluteUri, ["rel"] = rel, ["method"] = method };
}
