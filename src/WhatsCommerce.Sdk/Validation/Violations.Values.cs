namespace WhatsCommerce.Validation;

/// <content>Counts, numbers, URLs and ids.</content>
internal sealed partial class Violations
{
    private static readonly System.Buffers.SearchValues<char> ReferenceIdChars =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-");

    /// <summary>Requires a valid recipient.</summary>
    public void RequireRecipient(Recipient recipient)
    {
        if (recipient.Kind == RecipientKind.None)
        {
            Add(
                "to",
                ViolationRule.Required,
                "There is no recipient; give a phone number such as +16505551234 or a business-scoped user id.");
        }
        else if (recipient.Problem is string problem)
        {
            Add("to", ViolationRule.Format, problem);
        }
    }

    /// <summary>Requires recipients that are customers, not groups.</summary>
    /// <param name="pattern">The path of a recipient, with <c>{0}</c> for its index.</param>
    /// <param name="recipients">The recipients.</param>
    public void RequireCustomers(string pattern, Recipient[] recipients)
    {
        for (int i = 0; i < recipients.Length; i++)
        {
            if (recipients[i].Kind is not (RecipientKind.PhoneNumber or RecipientKind.User))
            {
                Add(
                    new(pattern, i),
                    ViolationRule.Format,
                    recipients[i].Problem ?? "It is not a customer: use a phone number or a business-scoped user id.");
            }
        }
    }

    /// <summary>Checks a list with a minimum and a maximum number of items.</summary>
    /// <param name="path">The path of the list.</param>
    /// <param name="count">The number of items.</param>
    /// <param name="minimum">The minimum.</param>
    /// <param name="limit">The maximum.</param>
    /// <param name="name">The name of one item.</param>
    public void RequireCount(WirePath path, int count, int minimum, int limit, string name)
    {
        if (count > 0 && count < minimum)
        {
            Add(path, ViolationRule.MinCount, Invariant(
                $"There {Plural.Are(count)} only {Plural.Of(count, name)}; at least {minimum} {Plural.Are(minimum)} required."),
                minimum,
                count);
        }
        else
        {
            RequireCount(path, count, limit, Plural.Noun(count, name));
        }
    }

    /// <summary>Requires a list with items, up to a maximum.</summary>
    public void RequireCount(WirePath path, int count, int limit, string name)
    {
        if (count == 0)
        {
            Add(path, ViolationRule.Required, $"At least one of the {name} is required.", limit, 0);
        }
        else
        {
            LimitCount(path, count, limit, name, " Send the rest in another message.");
        }
    }

    /// <summary>Checks the maximum number of items of a list.</summary>
    /// <param name="path">The path of the list.</param>
    /// <param name="count">The number of items.</param>
    /// <param name="limit">The maximum.</param>
    /// <param name="name">The name of the items, in the plural.</param>
    /// <param name="remedy">What to do about it, with a leading space.</param>
    public void LimitCount(WirePath path, int count, int limit, string name, string remedy = "")
    {
        if (count > limit)
        {
            Add(path, ViolationRule.MaxCount, Invariant(
                $"There are {count} {name}; at most {limit} {Plural.Are(limit)} allowed.{remedy}"), limit, count);
        }
    }

    /// <summary>Requires a number between two others, inclusive. NaN is a violation.</summary>
    public void RequireRange(WirePath path, double value, int minimum, int maximum, string name)
    {
        if (!(value >= minimum && value <= maximum))
        {
            Add(path, ViolationRule.Range, Invariant($"{name} is {value}; it must lie between {minimum} and {maximum}."), maximum);
        }
    }

    /// <summary>Requires a URL that the customer's phone or Meta opens.</summary>
    public void RequireUrl(WirePath path, string? url, string name)
    {
        if (string.IsNullOrWhiteSpace(url))
        {
            Add(path, ViolationRule.Required, $"{name} needs an address.");
        }
        else if (!WebAddress.TryParse(url, out _))
        {
            Add(path, ViolationRule.Format, $"{name} needs an absolute http or https address, such as https://shop.example/apples.");
        }
    }

    /// <summary>Checks an optional URL.</summary>
    /// <param name="path">The path of the URL.</param>
    /// <param name="url">The URL.</param>
    /// <param name="limit">The maximum length in characters.</param>
    /// <param name="name">The name of the URL, at the beginning of a sentence.</param>
    /// <param name="isSecure">Whether it must be https.</param>
    public void AllowUrl(WirePath path, Uri? url, int limit, string name, bool isSecure = false)
    {
        if (url is null)
        {
            return;
        }

        if (!WebAddress.TryParse(url.OriginalString, out _, isSecure ? [WebAddress.Https] : [WebAddress.Http, WebAddress.Https]))
        {
            Add(
                path,
                ViolationRule.Format,
                $"{name} must be an absolute address that begins with {(isSecure ? "https://" : "https:// or http://")}.");
            return;
        }

        LimitText(path, url.AbsoluteUri, limit, name);
    }

    public void RequireCatalogId(WirePath path, CatalogId id)
    {
        if (!id.HasValue)
        {
            Add(path, ViolationRule.Required, "The catalog id is required.");
        }
        else if (id.Value.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            Add(path, ViolationRule.Format, "A catalog id is digits only, such as 146265584024623. Was it swapped with the retailer id?");
        }
    }

    /// <summary>Requires a valid reference id of an order or its payment.</summary>
    public void RequireReferenceId(WirePath path, string? id, int limit)
    {
        RequireText(path, id, limit, "The reference id");
        if (!string.IsNullOrWhiteSpace(id) && id.AsSpan().ContainsAnyExcept(ReferenceIdChars))
        {
            Add(path, ViolationRule.Format, "A reference id is made of English letters, digits, underscores, dots and hyphens only.");
        }
    }

    /// <summary>Checks JSON from the app that is written unchanged.</summary>
    public void RequireWritable(WirePath path, JsonElement json, string name)
    {
        try
        {
            JsonBytes.Write(json, static (writer, element) => element.WriteTo(writer));
        }
        catch (InvalidOperationException)
        {
            Add(
                path,
                ViolationRule.Format,
                $"{name} cannot be written: it holds half a character (a lone surrogate), or is nested too deeply.");
        }
    }
}
