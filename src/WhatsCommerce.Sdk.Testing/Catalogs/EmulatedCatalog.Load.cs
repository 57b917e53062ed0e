namespace WhatsCommerce.Testing;

/// <content>Loading of items from a file.</content>
public sealed partial class EmulatedCatalog
{
    /// <summary>Adds the items of a file to the catalog: all of them, or none if one is invalid.</summary>
    /// <remarks>
    /// <para>The file is JSON or comma-, tab- or pipe-separated, with the field names of a feed or of <c>items_batch</c>:</para>
    /// <code>
    /// [{ "id": "mug-red", "title": "Red mug", "price": "9.99 USD", "availability": "in stock", "image_link": "pictures/mug.svg" }]
    /// </code>
    /// <para>
    /// As JSON it is an array of items, or such an array as <c>data</c>, or a whole batch (<c>{"requests":[{"data":{...}}]}</c>); comments
    /// and trailing commas are allowed. Otherwise its first row contains the field names.
    /// </para>
    /// <para>
    /// Each item is validated like in a batch, with one exception: <c>link</c> and <c>image_link</c> may be missing or relative, because
    /// test items often have no page or picture on the web. Existing items are replaced. All items are approved immediately. At most
    /// 100,000 items in 64 million characters.
    /// </para>
    /// </remarks>
    /// <param name="content">The content of the file.</param>
    /// <param name="baseAddress">The base of relative URLs of pages and pictures; without it they are not changed.</param>
    /// <returns>The catalog.</returns>
    /// <exception cref="CatalogLoadException">
    /// The content cannot be read, or items are invalid; the exception contains all errors. Rows are counted as in a spreadsheet, from 1
    /// for the header row; JSON items are counted from 1.
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
