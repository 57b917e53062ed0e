namespace WhatsCommerce.Catalogs;

/// <summary>Checks the URL of a feed's file.</summary>
internal static class FeedAddress
{
    /// <exception cref="ArgumentException">The URL is not http, https, ftp or sftp.</exception>
    public static void Check(Uri address, string parameter)
    {
        if (!WebAddress.TryParse(address.OriginalString, out _, WebAddress.Http, WebAddress.Https, "ftp", "sftp"))
        {
            throw new ArgumentException(
                "The address of the feed is none: write it whole, with http://, https://, ftp:// or sftp://.", parameter);
        }
    }
}
