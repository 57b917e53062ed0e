namespace WhatsCommerce.Catalogs;

/// <summary>Where Meta can fetch the file of a feed.</summary>
internal static class FeedAddress
{
    /// <exception cref="ArgumentException">It is none.</exception>
    public static void Check(Uri address, string parameter)
    {
        if (!WebAddress.TryParse(address.OriginalString, out _, WebAddress.Http, WebAddress.Https, "ftp", "sftp"))
        {
            throw new ArgumentException(
                "The address of the feed is none: write it whole, with http://, https://, ftp:// or sftp://.", parameter);
        }
    }
}
