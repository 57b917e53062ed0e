namespace WhatsCommerce.Testing;

/// <summary>The notices for a customer about changes of a product since the device last fetched it.</summary>
internal static class ProductChanges
{
    public static IEnumerable<string> Between(EmulatedCatalogItem before, EmulatedCatalogItem now)
    {
        if (now.CurrentPrice != before.CurrentPrice)
        {
            yield return $"The price of {now.Title} has changed from {PriceText.Of(before.CurrentPrice)} to "
                + $"{PriceText.Of(now.CurrentPrice)}.";
        }

        if (now.Title != before.Title)
        {
            yield return $"{before.Title} is now called {now.Title}.";
        }

        if (now.Description != before.Description)
        {
            yield return $"The description of {now.Title} has changed.";
        }

        if (now.ImageAddress != before.ImageAddress)
        {
            yield return $"The picture of {now.Title} has changed.";
        }

        if (now.Availability != before.Availability)
        {
            yield return $"{now.Title} is {now.Availability} now.";
        }
    }
}
