namespace WhatsCommerce.Testing;

/// <summary>The entities of Razorpay's API as JSON, as razorpay.com/docs/api describes them.</summary>
internal static class RazorpayObjects
{
    public static string StatusOf(LocalCheckout link) => link.State switch
    {
        LocalCheckoutState.Paid => "paid",
        LocalCheckoutState.Expired => "expired",
        LocalCheckoutState.Cancelled => "cancelled",
        _ => "created",
    };

    public static JsonObject Link(LocalCheckout link)
    {
        JsonObject request = link.Request;
        long amount = RazorpayMoney.ToMinor(link.Amount);
        return new()
        {
            ["id"] = link.Id,
            ["entity"] = "payment_link",
            ["accept_partial"] = false,
            ["amount"] = amount,
            ["amount_paid"] = link.Charge is null ? 0 : amount,
            ["callback_method"] = request.Text("callback_method"),
            ["callback_url"] = request.Text("callback_url"),
            ["cancelled_at"] = 0,
            ["created_at"] = link.CreatedAt.ToUnixTimeSeconds(),
            ["currency"] = link.Amount.Currency.Code,
            ["customer"] = request["customer"]?.DeepClone() ?? new JsonObject(),
            ["description"] = request.Text("description"),
            ["expire_by"] = request["expire_by"] is null ? 0 : link.ExpiresAt.ToUnixTimeSeconds(),
            ["expired_at"] = 0,
            ["first_min_partial_amount"] = 0,
            ["notes"] = request["notes"]?.DeepClone(),
            ["notify"] = request["notify"]?.DeepClone() ?? new JsonObject { ["email"] = false, ["sms"] = false },
            ["order_id"] = "order_" + link.Id[6..],
            ["payments"] = link.Charge is not { } charge ? null : new JsonArray(new JsonObject
            {
                ["amount"] = amount,
                ["created_at"] = charge.At.ToUnixTimeSeconds(),
                ["method"] = "upi",
                ["payment_id"] = charge.Id,
                ["plink_id"] = link.Id,
                ["status"] = "captured",
                ["updated_at"] = charge.At.ToUnixTimeSeconds(),
            }),
            ["reference_id"] = link.ToldReference ?? "",
            ["reminder_enable"] = false,
            ["reminders"] = new JsonArray(),
            ["short_url"] = link.Page.AbsoluteUri,
            ["status"] = StatusOf(link),
            ["updated_at"] = (link.Charge?.At ?? link.CreatedAt).ToUnixTimeSeconds(),
            ["upi_link"] = false,
            ["user_id"] = "",
            ["whatsapp_link"] = false,
        };
    }

    public static JsonObject Payment(LocalCheckout link, string? status = null)
    {
        long amount = RazorpayMoney.ToMinor(link.Amount);
        long refunded = link.Charge is { } charge ? RazorpayMoney.ToMinor(charge.Refunded) : 0;
        string now = status ?? (link.Charge is null ? "created" : refunded == amount ? "refunded" : "captured");
        return new()
        {
            ["id"] = link.PaymentId,
            ["entity"] = "payment",
            ["amount"] = amount,
            ["currency"] = link.Amount.Currency.Code,
            ["status"] = now,
            ["order_id"] = "order_" + link.Id[6..],
            ["invoice_id"] = null,
            ["international"] = false,
            ["method"] = "upi",
            ["amount_refunded"] = refunded,
            ["refund_status"] = refunded == 0 ? null : refunded == amount ? "full" : "partial",
            ["captured"] = now is "captured" or "refunded",
            ["description"] = "#" + link.Id[6..],
            ["email"] = "customer@example.com",
            ["contact"] = null,
            ["notes"] = link.Request["notes"]?.DeepClone() ?? new JsonArray(),
            ["error_code"] = now == "failed" ? "BAD_REQUEST_ERROR" : null,
            ["error_description"] = now == "failed" ? "Payment was declined by the bank." : null,
            ["created_at"] = (link.Charge?.At ?? link.CreatedAt).ToUnixTimeSeconds(),
        };
    }

    public static JsonObject Refund(LocalRefund refund) => new()
    {
        ["id"] = refund.Id,
        ["entity"] = "refund",
        ["amount"] = RazorpayMoney.ToMinor(refund.Amount),
        ["currency"] = refund.Amount.Currency.Code,
        ["payment_id"] = refund.Charge.Id,
        ["notes"] = refund.Request["notes"]?.DeepClone() ?? new JsonArray(),
        ["receipt"] = refund.Request.Text("receipt"),
        ["acquirer_data"] = new JsonObject(),
        ["created_at"] = refund.At.ToUnixTimeSeconds(),
        ["batch_id"] = null,
        ["status"] = refund.State switch
        {
            LocalRefundState.Pending => "pending",
            LocalRefundState.Done => "processed",
            _ => "failed",
        },
        ["speed_processed"] = "normal",
        ["speed_requested"] = refund.Request.Text("speed") ?? "normal",
    };

    public static JsonObject Dispute(LocalDispute dispute) => new()
    {
        ["id"] = dispute.Id,
        ["entity"] = "dispute",
        ["payment_id"] = dispute.Charge.Id,
        ["amount"] = RazorpayMoney.ToMinor(dispute.Charge.Amount),
        ["currency"] = dispute.Charge.Amount.Currency.Code,
        ["amount_deducted"] = dispute.IsWon is false ? RazorpayMoney.ToMinor(dispute.Charge.Amount) : 0,
        ["reason_code"] = "goods_or_services_not_received_or_partially_received",
        ["respond_by"] = dispute.At.AddDays(7).ToUnixTimeSeconds(),
        ["status"] = dispute.IsWon switch { null => "open", true => "won", false => "lost" },
        ["phase"] = "chargeback",
        ["created_at"] = dispute.At.ToUnixTimeSeconds(),
    };
}
