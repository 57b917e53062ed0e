namespace WhatsCommerce.Messages;

/// <content>The rules of an order's amounts: one known currency, nothing negative, nothing rounded, sums that agree.</content>
public sealed partial class OrderDetails
{
    /// <summary>Returns whether every amount can be added up and written.</summary>
    private bool ValidateAmounts(Violations violations)
    {
        if (Currency.Code is not null && !Currency.IsKnown)
        {
            violations.Add("currency", ViolationRule.Format,
                $"ISO 4217 lists no currency '{Currency}', so its minor unit is not known. Write its code, such as BRL or INR.");
            return false;
        }

        bool fine = true;
        for (int i = 0; i < Items.Length; i++)
        {
            if (Items[i] is OrderDetailsItem item)
            {
                fine &= ValidateAmount(violations, new("order.items[{0}].amount", i), item.Price, "The price of the item");
                fine &= ValidateSale(violations, new("order.items[{0}].sale_amount", i), item) && item.Quantity > 0;
            }
            else
            {
                fine = false;
            }
        }

        fine &= ValidateCharge(violations, "order.tax", TaxCharge, "The tax");
        fine &= ValidateCharge(violations, "order.shipping", ShippingCharge, "The shipping");
        fine &= ValidateCharge(violations, "order.discount", DiscountCharge, "The discount");
        fine &= GivenTotal is not Money total || ValidateAmount(violations, "total_amount", total, "The total");
        return fine;
    }

    private bool ValidateSale(Violations violations, WirePath path, OrderDetailsItem item)
    {
        if (item.SalePrice is not Money salePrice)
        {
            return true;
        }

        bool fine = ValidateAmount(violations, path, salePrice, "The sale price of the item");
        if (fine && salePrice.Currency == item.Price.Currency && salePrice.Amount >= item.Price.Amount)
        {
            violations.Add(
                path,
                ViolationRule.Range,
                $"The sale price {salePrice} is not below the price {item.Price}; leave it out if nothing is reduced.");
        }

        return fine;
    }

    private bool ValidateCharge(Violations violations, WirePath path, OrderCharge? charge, string name) =>
        charge is not OrderCharge given || ValidateAmount(violations, path, given.Amount, name);

    private bool ValidateAmount(Violations violations, WirePath path, Money money, string name)
    {
        (ViolationRule Rule, string Message)? violation = money switch
        {
            { Currency.Code: null } => (ViolationRule.Required, $"{name} has no currency; write new Money(4.50m, \"BRL\")."),
            _ when money.Currency != Currency => (ViolationRule.Mismatch,
                $"{name} is in {money.Currency}, but the order is in {Currency}; an order has one currency."),
            { Amount: < 0 } =>
                (ViolationRule.Range, $"{name} is {money}; amounts are never negative, and a discount is given as what is taken off."),
            _ when !WireAmount.HasWholeMinorUnits(money) => (ViolationRule.Format,
                $"{name} is {money}, which has more digits than {Currency} ({Currency.MinorUnits}); round it where your prices are made "
                    + "(Money.Round)."),
            _ when !WireAmount.Fits(money) => (ViolationRule.Range, $"{name} is {money}, which does not fit into 64 bits of minor units."),
            _ => null,
        };

        if (violation is var (rule, message))
        {
            violations.Add(path, rule, message);
        }

        return violation is null;
    }

    private void ValidateSums(Violations violations)
    {
        if (IsTotalOnly || Items.IsEmpty)
        {
            return;
        }

        if (SubtotalValue > long.MaxValue || TotalValue > long.MaxValue)
        {
            violations.Add("total_amount", ViolationRule.Range, "The items together do not fit into 64 bits of minor units.");
        }
        else if (TotalValue < 0)
        {
            violations.Add("total_amount", ViolationRule.Range,
                $"The discount {Discount} is more than all the rest; the total would be {Total}.");
        }
        else if (GivenTotal is Money given && given.Amount != Total.Amount)
        {
            violations.Add("total_amount", ViolationRule.Mismatch,
                $"The total {given} does not agree with subtotal {Subtotal} + tax {Tax} + shipping {Shipping ?? new Money(0, Currency)} - "
                    + $"discount {Discount ?? new Money(0, Currency)} = {Total}.");
        }
    }
}
