namespace WhatsCommerce.Testing;

/// <content>Loading of items from a file.</content>
public sealed partial class EmulatedCatalog
{
    /// <summary>Puts the items of a file into the catalog: all of them, or none when something is wrong with one.</summary>
    /// <remarks>
    /// <para>The file is JSON or comma-, tab- or pipe-separated, in the words of a feed and of <c>items_batch</c>:</para>
    /// <code>
    /// [{ "id": "mug-red", "title": "Red mug", "price": "9.99 USD", "availability": "in stock", "image_link": "pictures/mug.svg" }]
    /// </code>
    /// <para>
    /// As JSON it is an array of items, or such an array as <c>data</c>, or a whole batch (<c>{"requests":[{"data":{...}}]}</c>); comments
    /// and a comma too many are no fault. Otherwise its first row names the fields.
    /// </para>
    /// <para>
    /// Each item is judged by the rules of a batch, with one relief: a <c>link</c> and an <c>image_link</c> may be missing, and may be
    /// relative, for not everything that is tried out has a page and a picture on the web. An item that the catalog holds already is
    /// replaced. All are through the review at once. At most 100,000 items in 64 million characters.
    /// </para>
    /// </remarks>
    /// <param name="content">The content of the file.</param>
    /// <param name="baseAddress">What completes relative addresses of pages and pictures; without it they stay as they are.</param>
    /// <returns>The catalog.</returns>
    /// <exception cref="CatalogLoadException">
    /// The content cannot be read, or something is wrong with items; it tells everything at once. Rows are counted as a spreadsheet does,
    /// from 1 for the row with the names; items of JSON from 1 for the first.
    /// </exception>
    public EmulatedCatalog Load(string content, Uri? baseAddress = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        List<ItemChange> changes = CatalogFile.Read(content, baseAddress);
        lock (_gate)
        {
            ApplyWhatIsDue();
            foreach (ItemChange change in changes)
            {
                Put(change.Apply(_byRetailerId.GetValueOrDefault(change.RetailerId), _ids.Next, DateTimeOffset.MinValue));
            }
        }

        return this;
    }
}
